//! What is wrong with the content: where, what, and what helps.

use std::path::Path;

use thiserror::Error;

/// One fault. `Display` gives `file: place: problem; help`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{}{problem}; {help}", before(file), before(place))]
pub struct Diagnostic {
    /// Path below `src/content/`, or of a file that is built or read for it; empty while only whoever asked knows it.
    pub file: String,
    /// The id or field at fault; empty when the file as a whole is.
    pub place: String,
    /// What is wrong, as a sentence of which `place` is the subject.
    pub problem: String,
    /// What to do about it.
    pub help: String,
}

impl Diagnostic {
    /// A fault in `file` at `place`; the problem is a pair of what is wrong and what helps.
    pub(crate) fn new(file: impl Into<String>, place: impl Into<String>, problem: impl Into<Problem>) -> Self {
        let Problem { what, help } = problem.into();
        Self { file: file.into(), place: place.into(), problem: what, help }
    }

    /// A fault of which only whoever asked knows where it is, and says so by `within` and `at`.
    pub fn unplaced(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new("", "", (what, help))
    }

    /// A fault of the program itself, which no content causes.
    pub(crate) fn of_program(what: impl Into<String>) -> Self {
        Self::unplaced(what, "report this")
    }

    /// A file that is missing.
    pub(crate) fn missing(file: impl Into<String>) -> Self {
        Self::new(file, "", ("is missing", "add it"))
    }

    /// A fault with the file at `path` on this machine.
    pub(crate) fn of_file(path: &Path, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(path.display().to_string(), "", (what, help))
    }

    /// The same in `file`, where that was not known yet.
    #[must_use]
    pub(crate) fn within(self, file: impl Into<String>) -> Self {
        if self.file.is_empty() { Self { file: file.into(), ..self } } else { self }
    }

    /// The same at `place`, where that was not known yet.
    #[must_use]
    pub(crate) fn at(self, place: impl Into<String>) -> Self {
        if self.place.is_empty() { Self { place: place.into(), ..self } } else { self }
    }

    /// The first of `problems`, in `file` at `place`; whoever mends it is told of the next.
    pub(crate) fn first(file: &str, place: &str, problems: Vec<Problem>) -> Self {
        let first = problems.into_iter().next();
        first.map_or_else(|| Self::of_program("failed without saying why").within(file), |problem| Self::new(file, place, problem))
    }

    /// All of `problems`, in `file` at `place`.
    pub(crate) fn all(file: &str, place: &str, problems: Vec<Problem>) -> Vec<Self> {
        problems.into_iter().map(|problem| Self::new(file, place, problem)).collect()
    }
}

/// A problem of which only whoever asked knows where it is.
impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Self {
        Self::new("", "", problem)
    }
}

/// Where several faults can be told, one is enough.
impl From<Diagnostic> for Vec<Diagnostic> {
    fn from(fault: Diagnostic) -> Self {
        vec![fault]
    }
}

/// `words: `, or nothing.
fn before(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("{words}: ") }
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

    #[test]
    fn where_a_fault_is_can_be_said_later_and_once() {
        let fault = Diagnostic::from(Problem::from(("is empty", "write its words")));
        assert_eq!(fault.to_string(), "is empty; write its words");
        let fault = fault.within("en/x.json").at("a").within("en/y.json").at("b");
        assert_eq!(fault.to_string(), "en/x.json: a: is empty; write its words");
    }
}
