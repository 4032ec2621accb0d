//! What an earlier edition had wrong, and since when it is right.

use serde::{Deserialize, Serialize};

/// One correction, from `data/corrections.json`; they stand in the order of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Stable id.
    pub id: String,
    /// The day since when it is right: `yyyy-mm-dd`.
    pub since: String,
    /// Ids of the facts that now have it right.
    pub facts: Vec<String>,
}

/// Its words, from `en/corrections.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionText {
    /// What had been said, with the numbers as they had stood.
    pub was: String,
    /// What is right, with references in the syntax of [`super::markdown`].
    pub is: String,
}
