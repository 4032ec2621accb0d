//! Checks of what the essay expected.

use super::entries;
use crate::content::{
    Content,
    error::{Diagnostic, Problem},
};

const DATA: &str = "data/expectations.json";
const WORDS: &str = "en/expectations.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    faults.extend(entries::ids(DATA, content.expectations.iter().map(|e| &e.id), WORDS, &content.expectation_texts));
    for (id, text) in &content.expectation_texts {
        for (field, line) in [("expected", &text.expected), ("followed", &text.followed)] {
            faults.extend(entries::line(WORDS, &format!("{id}.{field}"), line, content));
        }
    }
    for expectation in &content.expectations {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &expectation.id, problem));
        if expectation.facts.is_empty() {
            fault(("rests on no fact", "name at least one").into());
        }
        let text = content.expectation_texts.get(&expectation.id).map_or("", |t| t.followed.as_str());
        for fact in &expectation.facts {
            if !content.facts.contains_key(fact) {
                fault((format!("names the unknown fact `{fact}`"), "correct the id or add the fact").into());
            } else if !text.contains(&format!("[[{fact}")) {
                fault((format!("rests on `{fact}`, which its words do not cite"), format!("cite it in {WORDS} or remove it here")).into());
            }
        }
    }
}
