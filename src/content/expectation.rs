//! What the essay expected, and what followed.

use serde::Deserialize;

/// One expectation, from `data/expectations.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// Stable id.
    pub id: String,
    /// What the sources read say of it.
    pub verdict: Verdict,
    /// Ids of the facts that the verdict rests on; its words cite each of them.
    pub facts: Vec<String>,
}

/// What the sources read say of an expectation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It happened as expected.
    BorneOut,
    /// The opposite happened.
    Contradicted,
    /// No case was found in which it could have shown.
    Untested,
    /// Part of it happened, or not everywhere.
    Mixed,
}

impl Verdict {
    /// The id used in the data and in class names and, after `verdict_`, as the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::BorneOut => "borne-out",
            Self::Contradicted => "contradicted",
            Self::Untested => "untested",
            Self::Mixed => "mixed",
        }
    }
}

/// The words of an expectation, from `en/expectations.json`, with references in the syntax of [`super::markdown`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectationText {
    /// What the essay expected, retold.
    pub expected: String,
    /// What followed, by the sources read.
    pub followed: String,
}
