//! Checks of what the essay expected.

use super::entries;
use crate::content::{book::Book, error::ContentError};

const DATA: &str = "data/expectations.json";
const WORDS: &str = "en/expectations.json";

/// Adds the faults found.
pub fn faults(book: &Book, faults: &mut Vec<ContentError>) {
    faults.extend(entries::ids(DATA, book.expectations.iter().map(|e| &e.id), WORDS, &book.expectation_texts));
    for (id, text) in &book.expectation_texts {
        for (field, line) in [("expected", &text.expected), ("followed", &text.followed)] {
            faults.extend(entries::line(WORDS, &format!("{id}.{field}"), line, book));
        }
    }
    for expectation in &book.expectations {
        let mut fault = |message: String| faults.push(ContentError::new(DATA, &expectation.id, message));
        if expectation.facts.is_empty() {
            fault("rests on no fact; name at least one".into());
        }
        let text = book.expectation_texts.get(&expectation.id).map_or("", |t| t.followed.as_str());
        for fact in &expectation.facts {
            if !book.facts.contains_key(fact) {
                fault(format!("names the unknown fact `{fact}`; correct the id or add the fact"));
            } else if !text.contains(&format!("[[{fact}")) {
                fault(format!("rests on `{fact}`, which its words do not cite; cite it in {WORDS} or remove it here"));
            }
        }
    }
}
