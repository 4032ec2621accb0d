//! Checks of the days of January 2022.

use super::entries;
use crate::content::{book::Book, error::ContentError};

const DATA: &str = "data/days.json";
const WORDS: &str = "en/days.json";

/// Adds the faults found.
pub fn faults(book: &Book, faults: &mut Vec<ContentError>) {
    faults.extend(entries::ids(DATA, book.days.iter().map(|d| &d.id), WORDS, &book.day_texts));
    faults.extend(entries::days(DATA, book.days.iter().map(|d| (&d.id, &d.date))));
    for (id, text) in &book.day_texts {
        faults.extend(entries::line(WORDS, id, text, book));
        if !text.contains("[[") {
            faults.push(ContentError::new(WORDS, id, "cites no fact; add a `[[fact-id:cite]]`"));
        }
    }
}
