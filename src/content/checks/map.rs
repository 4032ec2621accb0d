//! Checks of the map: a place for every crisis, and borders that can be drawn.

use crate::content::{book::Book, error::ContentError};

const DATA: &str = "data/map.json";

/// Adds the faults found.
pub fn faults(book: &Book, faults: &mut Vec<ContentError>) {
    let Some(map) = &book.map else { return };
    for appeal in &book.ledger {
        if map.places.iter().filter(|p| p.appeal == appeal.id).count() != 1 {
            faults.push(ContentError::new(DATA, &appeal.id, "must have one place; add it, or keep one of several"));
        }
    }
    let words = book.figures.get("map");
    for place in &map.places {
        let mut fault = |message: String| faults.push(ContentError::new(DATA, &place.appeal, message));
        if book.ledger.iter().all(|appeal| appeal.id != place.appeal) {
            fault("is no row of the ledger; correct the id".into());
        }
        let key = format!("place_{}", place.place);
        if words.is_some_and(|w| !w.contains_key(&key)) {
            fault(format!("is drawn at `{}`, which has no name; add `{key}` to en/figures.json", place.place));
        }
        if !(-18_000..=18_000).contains(&place.at[0]) || !(-9_000..=9_000).contains(&place.at[1]) {
            fault("lies off the globe; write hundredths of a degree, longitude first".into());
        }
    }
    for (n, ring) in map.land.iter().enumerate() {
        if ring.len() < 6 || !ring.len().is_multiple_of(2) {
            faults.push(ContentError::new(
                DATA,
                format!("land {}", n + 1),
                "has no whole ring; write three points or more, each as two numbers",
            ));
        }
    }
    for (n, arc) in map.arcs.iter().enumerate() {
        if arc.2.len() < 4 || !arc.2.len().is_multiple_of(2) || arc.0.is_empty() {
            let place = format!("arc {}", n + 1);
            faults.push(ContentError::new(
                DATA,
                place,
                "has no state on its left or no whole points; write at least two, each as two numbers",
            ));
        }
    }
}
