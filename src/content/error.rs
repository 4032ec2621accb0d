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
    /// A fault in `file` at `place`; the problem is a pair of what is wrong and what helps, or was one.
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

/// What is wrong and what helps, before it is known where. `Display` gives `what; help`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{what}; {help}")]
pub struct Problem {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl Problem {
    /// The same problem with `start` before what is wrong, for a sentence that begins elsewhere.
    pub(crate) fn after(self, start: &str) -> Self {
        Self { what: [start, &self.what].concat(), ..self }
    }

    /// Each of `problems` as a sentence, for code that still collects them.
    pub(crate) fn sentences(problems: Vec<Self>) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    }

    /// All `problems` in one text, for code that still hands on one sentence.
    pub(crate) fn joined(problems: &[Self]) -> String {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }
}

/// For code that still collects sentences.
impl From<Problem> for String {
    fn from(problem: Problem) -> Self {
        problem.to_string()
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
