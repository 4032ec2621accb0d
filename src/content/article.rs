//! The treaty's articles: what each means, its two wordings, and what is made of it.

use std::collections::BTreeMap;

use serde::Deserialize;

/// An article, from `data/articles.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Stable id, also the fragment in addresses: `article-4`.
    pub id: String,
    /// Whether the protocol of 2010 changed it.
    pub amended: bool,
    /// Whether its wordings are unfolded at first.
    pub open: bool,
    /// Ids of the scenes in which it mattered.
    pub scenes: Vec<String>,
}

/// The words of an article, from `en/articles.json`. All but `name`, `topic` and the phrases may hold references.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleText {
    /// "Article 4"
    pub name: String,
    /// What it is about, in a few words.
    pub topic: String,
    /// Its meaning in one sentence.
    pub plain: String,
    /// Phrases of 1992.
    pub first: Vec<Quotation>,
    /// Phrases of the wording now in force; absent where nothing changed.
    #[serde(default)]
    pub since: Vec<Quotation>,
    /// What changed, in a sentence, for readers who do not see the marks.
    pub change: String,
    /// What the essay draws from it.
    pub essay: String,
    /// What is debated about it; absent where nothing that was read disagrees.
    pub debated: Option<String>,
    /// How it mattered, by scene id.
    pub mattered: BTreeMap<String, String>,
}

impl ArticleText {
    /// All quotations, of both wordings.
    pub(crate) fn quotations(&self) -> impl Iterator<Item = &Quotation> {
        self.first.iter().chain(&self.since)
    }

    /// All texts that may hold references.
    pub(crate) fn prose(&self) -> impl Iterator<Item = &str> {
        [&self.plain, &self.change, &self.essay]
            .into_iter()
            .chain(&self.debated)
            .chain(self.quotations().map(|q| &q.by))
            .map(String::as_str)
    }
}

/// Short phrases in one translation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// The phrases without quotation marks; changed words are marked as in [`super::wording`].
    pub phrases: Vec<String>,
    /// Whose translation it is, with a reference to the fact that carries its source.
    pub by: String,
}
