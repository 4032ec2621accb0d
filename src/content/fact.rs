//! A fact: one statement with its value, unit, date, kind and sources.

use serde::{Deserialize, Serialize};

/// How a statement is known. The page draws and labels each kind differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A source says so and no other source read says otherwise.
    Reported,
    /// A rounded or modelled number.
    Estimate,
    /// Computed here from other facts.
    Derived,
    /// Sources give rival values.
    Disputed,
    /// Looked for and not given by anyone.
    NotPublished,
    /// A reading, not an observation.
    Judgement,
    /// Somebody’s own words; whether they are true is another matter.
    Quotation,
}

impl Kind {
    /// All, in the order of the page.
    pub(crate) const ALL: [Self; 7] =
        [Self::Reported, Self::Estimate, Self::Derived, Self::Disputed, Self::NotPublished, Self::Judgement, Self::Quotation];

    /// The id used in the data files and in class names.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Estimate => "estimate",
            Self::Derived => "derived",
            Self::Disputed => "disputed",
            Self::NotPublished => "not-published",
            Self::Judgement => "judgement",
            Self::Quotation => "quotation",
        }
    }
}

/// How exact a number is; written out before it in prose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// As given.
    #[default]
    Exact,
    /// "about"
    About,
    /// "at least"
    AtLeast,
    /// "up to"
    UpTo,
    /// "more than"
    MoreThan,
    /// "almost"
    Almost,
}

impl Precision {
    /// All.
    pub(crate) const ALL: [Self; 6] = [Self::Exact, Self::About, Self::AtLeast, Self::UpTo, Self::MoreThan, Self::Almost];

    fn is_exact(&self) -> bool {
        *self == Self::Exact
    }

    /// The id of the words before a number; an exact one has none.
    pub(crate) fn words_id(self) -> Option<&'static str> {
        match self {
            Self::Exact => None,
            Self::About => Some("about"),
            Self::AtLeast => Some("at-least"),
            Self::UpTo => Some("up-to"),
            Self::MoreThan => Some("more-than"),
            Self::Almost => Some("almost"),
        }
    }
}

/// A fact as it stands in `data/facts/*.json`. At most one of the value fields is set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Stable id, unique over all fact files.
    pub id: String,
    /// The value, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
    /// Lowest and highest value, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// A date as value: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// First and last day as value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<[String; 2]>,
    /// Arithmetic over other facts; its result fills `number` when the content is loaded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// Decimals shown; the stored value keeps all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// Id of the unit; required beside a number, range or formula.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How exact the number is.
    #[serde(default, skip_serializing_if = "Precision::is_exact")]
    pub precision: Precision,
    /// The day, month or year for which the statement holds.
    pub as_of: String,
    /// Whether what it speaks of was announced beforehand, so that its sources may be older.
    #[serde(default, skip_serializing_if = "is_false")]
    pub announced: bool,
    /// How it is known.
    pub kind: Kind,
    /// Ids of sources, best first.
    pub sources: Vec<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// The reader-facing words of a fact, from `en/facts/*.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactText {
    /// One sentence; a quotation has the quoted words in it, between “ and ”.
    pub statement: String,
    /// Who said or wrote the quoted words: a name, or “a resident” where the source gives none. Only for a quotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// What the speaker was, and where it matters to whom the words were said. Only for a quotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// How much of a source was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Read {
    /// All of it.
    Full,
    /// A stored excerpt.
    Excerpt,
    /// Only a copy: a mirror, a translation, a repost.
    Copy,
}

/// A source, from `data/sources/*.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Person named as author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who published it.
    pub publisher: String,
    /// Its title, in its own or in translated words.
    pub title: String,
    /// Its date; absent when undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its address; absent when unstable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How much of it was read.
    pub read: Read,
}
