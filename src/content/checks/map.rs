//! Checks of the map: a place for every crisis, and borders that can be drawn.

use crate::content::{
    Content,
    error::{Diagnostic, Problem},
    figures::Figures,
};

const DATA: &str = "data/map.json";

/// Where the south begins: the Caucasus and Central Asia but for the steppe lie beyond it, in hundredths of a degree.
const SOUTH: i32 = 4500;

/// Adds the faults found.
pub(crate) fn faults(content: &Content, figures: &Figures, faults: &mut Vec<Diagnostic>) {
    let Some(map) = &content.map else { return };
    for appeal in &content.ledger {
        if map.places.iter().filter(|p| p.appeal == appeal.id).count() != 1 {
            faults.push(Diagnostic::new(DATA, &appeal.id, ("must have one place", "add it, or keep one of several")));
        }
    }
    let words = content.figures.get("map");
    for place in &map.places {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &place.appeal, problem));
        if content.ledger.iter().all(|appeal| appeal.id != place.appeal) {
            fault(("is no row of the ledger", "correct the id").into());
        }
        let key = format!("place_{}", place.place);
        if words.is_some_and(|w| !w.contains_key(&key)) {
            fault((format!("is drawn at `{}`, which has no name", place.place), format!("add `{key}` to en/figures.json")).into());
        }
        if !(-18_000..=18_000).contains(&place.at[0]) || !(-9_000..=9_000).contains(&place.at[1]) {
            fault(("lies off the globe", "write hundredths of a degree, longitude first").into());
        } else if !(figures.on_map)(place.at) {
            fault(("lies outside the map", "correct its degrees, longitude first, or draw a larger map").into());
        }
    }
    for town in &map.towns {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &town.place, problem));
        let key = format!("place_{}", town.place);
        if words.is_some_and(|w| !w.contains_key(&key)) {
            fault(("has no name", format!("add `{key}` to en/figures.json")).into());
        }
        if map.places.iter().any(|place| place.place == town.place) {
            fault(("is the place of a crisis, too", "remove it here").into());
        }
        if !(figures.on_map)(town.at) {
            fault(("lies outside the map", "correct its degrees, longitude first, or draw a larger map").into());
        }
    }
    // The title says that most crises lie in the south.
    let south = map.places.iter().filter(|place| place.at[1] < SOUTH).count();
    if 2 * south <= map.places.len() {
        let problem =
            (format!("{south} of {} lie south of the 45th parallel, yet the title says most", map.places.len()), "correct the title");
        faults.push(Diagnostic::new(DATA, "places", problem));
    }
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    let has_border = |code: &str| map.arcs.iter().any(|arc| arc.0 == code || arc.1 == code);
    for code in [&map.disputed].into_iter().chain(content.members.iter().map(|m| &m.iso3)).filter(|code| !has_border(code)) {
        faults.push(Diagnostic::new(DATA, code, ("has no border among the arcs", "add them or correct the code")));
    }
    for (n, ring) in map.land.iter().enumerate() {
        if ring.len() < 6 || !ring.len().is_multiple_of(2) {
            faults.push(Diagnostic::new(
                DATA,
                format!("land[{n}]"),
                ("has no whole ring", "write three points or more, each as two numbers"),
            ));
        }
    }
    for (n, arc) in map.arcs.iter().enumerate() {
        if let Some(code) = [&arc.0, &arc.1].into_iter().find(|code| !code.is_empty() && !is_code(code)) {
            faults.push(Diagnostic::new(DATA, format!("arcs[{n}]"), (format!("names `{code}`, which is no ISO code"), "correct it")));
        }
        if arc.2.len() < 4 || !arc.2.len().is_multiple_of(2) || arc.0.is_empty() {
            let place = format!("arcs[{n}]");
            faults.push(Diagnostic::new(
                DATA,
                place,
                ("has no state on its left or no whole points", "write at least two, each as two numbers"),
            ));
        }
    }
}
