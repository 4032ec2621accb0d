//! Checks that every list of entries with words of their own shares.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{
    Content,
    error::Diagnostic,
    markdown::{self, Notes},
    number::Date,
};

/// Faults of ids in `data_file` that stand twice or lack their words in `words_file`, and of words that lack their entry.
pub(super) fn ids<'a, W>(
    data_file: &str,
    ids: impl Iterator<Item = &'a String>,
    words_file: &str,
    words: &BTreeMap<String, W>,
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            faults.push(Diagnostic::new(data_file, id, ("stands twice", "keep one of the two")));
        }
        if !words.contains_key(id) {
            faults.push(Diagnostic::new(data_file, id, ("has no words", format!("add them to {words_file}"))));
        }
    }
    for id in words.keys().filter(|id| !seen.contains(id)) {
        faults.push(Diagnostic::new(words_file, id, ("has words but no entry", format!("add it to {data_file} or remove the words"))));
    }
    faults
}

/// Faults of one line of text: an empty one, and references that lead nowhere.
pub(super) fn line(file: &str, place: &str, text: &str, content: &Content) -> Vec<Diagnostic> {
    if text.trim().is_empty() {
        return vec![Diagnostic::new(file, place, ("is empty", "write a sentence"))];
    }
    let mut faults = Vec::new();
    markdown::inline(text, content, &mut Notes::default(), &mut faults);
    faults.into_iter().map(|message| Diagnostic::new(file, place, message)).collect()
}

/// Faults of dates, given with the id of their entry, that no calendar has or that run backwards.
pub(super) fn days<'a>(file: &str, dates: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut last = None;
    for (id, date) in dates {
        let Some(day) = Date::parse(date).filter(|d| d.day.is_some()) else {
            faults.push(Diagnostic::new(file, id, (format!("has the date `{date}`, which no calendar has"), "write yyyy-mm-dd")));
            continue;
        };
        if last.is_some_and(|l| day < l) {
            faults.push(Diagnostic::new(file, id, ("is earlier than the entry before it", "put the entries in the order of time")));
        }
        last = Some(day);
    }
    faults
}
