//! An answer with the facts that carry it: what the ledger and the cases are made of.

use serde::Deserialize;

/// An answer and the facts that carry it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding<T> {
    /// The answer.
    pub answer: T,
    /// Fact ids; none where nothing was found.
    #[serde(default = "Vec::new")]
    pub facts: Vec<String>,
}
