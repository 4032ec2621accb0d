//! Words that the build asked for and the content lacks. They are asked for deep inside views, where the key stands in
//! for them; the build takes the list at its end and refuses the whole.

use std::{cell::RefCell, collections::BTreeSet};

thread_local! {
    static MISSING: RefCell<BTreeSet<(&'static str, String)>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes that `file` has no words at `key`.
pub(crate) fn note(file: &'static str, key: &str) {
    MISSING.with_borrow_mut(|missing| missing.insert((file, key.to_owned())));
}

/// What has been noted on this thread since the last call, as messages with their remedy.
pub fn take() -> Vec<String> {
    let missing = MISSING.take();
    missing.into_iter().map(|(file, key)| format!("{file}: {key}: is asked for and is not there; add it")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_taken_once() {
        note("en/labels.json", "b");
        note("en/labels.json", "a");
        note("en/labels.json", "b");
        assert_eq!(take(), ["a", "b"].map(|key| format!("en/labels.json: {key}: is asked for and is not there; add it")));
        assert!(take().is_empty());
    }
}
