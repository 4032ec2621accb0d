//! What a case expects, as values: the first expectation that doesn't hold ends it with a sentence.

use std::fmt::Debug;

use crate::error::TestError;

/// What was asked for, or what is wrong.
pub type TestResult<T = ()> = Result<T, TestError>;

/// Ends the case with `otherwise` unless `condition` holds.
///
/// # Errors
/// `otherwise`.
pub fn ensure(condition: bool, otherwise: impl Into<String>) -> TestResult {
    if condition { Ok(()) } else { Err(otherwise.into().into()) }
}

/// Ends the case unless `found` is `expected`; `what` names it.
///
/// # Errors
/// A sentence with both.
pub fn ensure_eq<F: PartialEq<E> + Debug, E: Debug>(what: &str, found: F, expected: E) -> TestResult {
    if found == expected { Ok(()) } else { Err(format!("{what}: found {found:?}, expected {expected:?}").into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_reported_with_both_sides() {
        assert_eq!(ensure_eq("the total", 1, 2), Err("the total: found 1, expected 2".into()));
        assert_eq!(ensure_eq("the words", String::from("a"), "a"), Ok(()));
        assert_eq!(ensure(false, "nothing is shown"), Err("nothing is shown".into()));
    }
}
