//! Checks of the list of corrections.

use super::entries;
use crate::content::{
    Content,
    error::{Diagnostic, Problem},
    number::Date,
};

const DATA: &str = "data/corrections.json";
const WORDS: &str = "en/corrections.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    faults.extend(entries::ids(DATA, content.corrections.iter().map(|c| &c.id), WORDS, &content.correction_texts));
    faults.extend(entries::days(DATA, content.corrections.iter().map(|c| (&c.id, &c.since))));
    for (id, text) in &content.correction_texts {
        for (field, line) in [("was", &text.was), ("is", &text.is)] {
            faults.extend(entries::line(WORDS, &format!("{id}.{field}"), line, content));
        }
    }
    let edition = content.config.as_ref().and_then(|c| Date::parse(&c.edition_date));
    for correction in &content.corrections {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &correction.id, problem));
        if Date::parse(&correction.since) > edition {
            fault(
                (
                    format!("is right since {}, after the day of this edition", correction.since),
                    "correct it, or `edition_date` in data/config.json",
                )
                    .into(),
            );
        }
        for fact in correction.facts.iter().filter(|fact| !content.facts.contains_key(*fact)) {
            fault((format!("names the unknown fact `{fact}`"), "correct the id or add the fact").into());
        }
    }
}
