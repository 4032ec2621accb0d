//! Checks of the list of corrections.

use super::entries;
use crate::content::{book::Book, error::ContentError, number::Date};

const DATA: &str = "data/corrections.json";
const WORDS: &str = "en/corrections.json";

/// Adds the faults found.
pub fn faults(book: &Book, faults: &mut Vec<ContentError>) {
    faults.extend(entries::ids(DATA, book.corrections.iter().map(|c| &c.id), WORDS, &book.correction_texts));
    faults.extend(entries::days(DATA, book.corrections.iter().map(|c| (&c.id, &c.since))));
    for (id, text) in &book.correction_texts {
        for (field, line) in [("was", &text.was), ("is", &text.is)] {
            faults.extend(entries::line(WORDS, &format!("{id}.{field}"), line, book));
        }
    }
    let edition = book.config.as_ref().and_then(|c| Date::parse(&c.edition_date));
    for correction in &book.corrections {
        let mut fault = |message: String| faults.push(ContentError::new(DATA, &correction.id, message));
        if Date::parse(&correction.since) > edition {
            fault(format!(
                "is right since {}, after the day of this edition; correct it, or `edition_date` in data/config.json",
                correction.since
            ));
        }
        for fact in correction.facts.iter().filter(|fact| !book.facts.contains_key(*fact)) {
            fault(format!("names the unknown fact `{fact}`; correct the id or add the fact"));
        }
    }
}
