//! What is wrong with the content: where, what, and what helps.

use thiserror::Error;

/// One fault. `Display` gives `file: place: problem; help`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {}{problem}; {help}", if place.is_empty() { String::new() } else { format!("{place}: ") })]
pub struct Diagnostic {
    /// Path below `src/content/`.
    pub file: String,
    /// The id or field at fault; empty when the file as a whole is.
    pub place: String,
    /// What is wrong, as a sentence of which `place` is the subject.
    pub problem: String,
    /// What to do about it.
    pub help: String,
}

impl Diagnostic {
    /// A fault in `file` at `place`; the problem is mostly a pair of what is wrong and what helps.
    pub(crate) fn new(file: impl Into<String>, place: impl Into<String>, problem: impl Into<Problem>) -> Self {
        let Problem { what, help } = problem.into();
        Self { file: file.into(), place: place.into(), problem: what, help }
    }
}

/// For code that still collects sentences.
impl From<Diagnostic> for String {
    fn from(diagnostic: Diagnostic) -> Self {
        diagnostic.to_string()
    }
}

/// What is wrong and what helps, before it is known where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{what}; {help}")]
pub(crate) struct Problem {
    what: String,
    help: String,
}

/// What code reports that writes pages, too, as a sentence with its help after the last semicolon.
impl From<String> for Problem {
    fn from(sentence: String) -> Self {
        let (what, help) = sentence.rsplit_once("; ").unwrap_or((&sentence, "correct it"));
        (what, help).into()
    }
}

impl<W: Into<String>, H: Into<String>> From<(W, H)> for Problem {
    fn from((what, help): (W, H)) -> Self {
        Self { what: what.into(), help: help.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_said_with_file_place_problem_and_help() {
        let fault = Diagnostic::new("data/x.json", "a.b", ("is empty", "write its words"));
        assert_eq!((&*fault.problem, &*fault.help), ("is empty", "write its words"));
        assert_eq!(fault.to_string(), "data/x.json: a.b: is empty; write its words");
        assert_eq!(Diagnostic::new("data/x.json", "", ("is missing", "add it")).to_string(), "data/x.json: is missing; add it");
    }
}
