//! Checks of the days of January 2022.

use super::entries;
use crate::content::{Content, error::Diagnostic};

const DATA: &str = "data/days.json";
const WORDS: &str = "en/days.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    faults.extend(entries::ids(DATA, content.days.iter().map(|d| &d.id), WORDS, &content.day_texts));
    faults.extend(entries::days(DATA, content.days.iter().map(|d| (&d.id, &d.date))));
    for (id, text) in &content.day_texts {
        faults.extend(entries::line(WORDS, id, text, content));
        if !text.contains("[[") {
            faults.push(Diagnostic::new(WORDS, id, ("cites no fact", "add a `[[fact-id:cite]]`")));
        }
    }
}
