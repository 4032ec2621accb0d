//! Article 4 beside NATO's article 5, phrase by phrase: `en/comparison.json`.

use serde::Deserialize;

/// The comparison. Its rows and its note may hold references.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Heading.
    pub title: String,
    /// Head of the first column.
    pub topic: String,
    /// Head of the second column, with `{}` for the day since which the words apply.
    pub csto: String,
    /// Head of the third column, with `{}` for the day on which the treaty was signed.
    pub nato: String,
    /// The phrases.
    pub rows: Vec<Row>,
    /// What the two have in common, and whose translations they are.
    pub note: String,
}

/// One question and how either text answers it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The question.
    pub topic: String,
    /// The alliance's words.
    pub csto: String,
    /// NATO's words.
    pub nato: String,
}
