//! Words that the build asked for and the content lacks. They are asked for deep inside views, where the key stands in for them; the
//! build takes the list at its end and refuses the whole.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use super::error::Diagnostic;

/// The list, which all clones share.
#[derive(Debug, Clone, Default)]
pub struct Missing(Arc<Mutex<BTreeSet<(&'static str, String)>>>);

/// Words are equal whatever was asked of them.
impl PartialEq for Missing {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Missing {}

impl Missing {
    /// Notes that `file` has no words at `key`.
    pub(crate) fn note(&self, file: &'static str, key: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((file, key.to_owned()));
    }

    /// What has been noted since the last call.
    pub fn take(&self) -> Vec<Diagnostic> {
        let missing = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        missing.into_iter().map(|(file, key)| Diagnostic::new(file, key, ("is asked for and is not there", "add it"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_by_any_clone_is_taken_once() {
        let missing = Missing::default();
        missing.note("en/labels.json", "b");
        missing.clone().note("en/labels.json", "a");
        missing.note("en/labels.json", "b");
        assert_eq!(
            missing.take(),
            ["a", "b"].map(|key| Diagnostic::new("en/labels.json", key, ("is asked for and is not there", "add it")))
        );
        assert!(missing.take().is_empty());
    }
}
