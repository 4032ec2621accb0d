//! Checks of the words around the chapters: a name for every kind and every precision.

use crate::content::{
    Content,
    error::Diagnostic,
    fact::{Kind, Precision},
};

const WORDS: &str = "en/labels.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let Some(labels) = &content.labels else { return };
    for kind in Kind::ALL.into_iter().filter(|kind| !labels.kinds.contains_key(kind)) {
        faults.push(Diagnostic::new(WORDS, "kinds", (format!("has no words for `{}`", kind.id()), "add them")));
    }
    let ids: Vec<&str> = Precision::ALL.into_iter().filter_map(Precision::words_id).collect();
    for id in &ids {
        if labels.precision.get(*id).is_none_or(|words| !words.contains("{}")) {
            faults.push(Diagnostic::new(WORDS, "precision", (format!("has no words with `{{}}` for `{id}`"), "add them")));
        }
    }
    for id in labels.precision.keys().filter(|id| !ids.contains(&id.as_str())) {
        faults.push(Diagnostic::new(WORDS, "precision", (format!("has words for the unknown precision `{id}`"), "remove them")));
    }
}
