//! Checks of the facts that quote: the words stand between “ and ”, with speaker and role; their date is the fact’s own.

use crate::content::{Content, error::Diagnostic, fact::Kind};

const WORDS: &str = "en/facts";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    for fact in content.facts.values() {
        let Some(text) = content.fact_texts.get(&fact.id) else { continue };
        let quotes = fact.kind == Kind::Quotation;
        for (field, words) in [("speaker", &text.speaker), ("role", &text.role)] {
            let problem = match words {
                None if quotes => (format!("is a quotation without a {field}"), format!("add `{field}`")),
                Some(_) if !quotes => (format!("has a `{field}`, but is no quotation"), format!("correct its kind or remove `{field}`")),
                _ => continue,
            };
            faults.push(Diagnostic::new(WORDS, &fact.id, problem));
        }
        if quotes && !text.statement.split_once('“').is_some_and(|(_, after)| after.contains('”')) {
            faults.push(Diagnostic::new(WORDS, &fact.id, ("is a quotation without quoted words", "put them between “ and ”")));
        }
    }
}
