//! The deployment of January 2022 as facts: official totals, and each state's published counts.

use serde::Deserialize;

/// `data/deployment.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deployment {
    /// The fact of the essay's estimate of all who were sent. It happens to be as large as an official total, and is none.
    pub estimate: String,
    /// Official totals.
    pub totals: Vec<TotalRef>,
    /// States with published counts.
    pub senders: Vec<SenderRef>,
    /// ISO code of the state whose part is the remainder.
    pub remainder: String,
    /// Counts printed together.
    pub sets: Vec<SetRef>,
}

/// A total and the fact that carries it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TotalRef {
    /// Stable id.
    pub id: String,
    /// Fact id.
    pub fact: String,
}

/// A state and its published counts; the first is the essay's.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SenderRef {
    /// ISO code.
    pub iso3: String,
    /// Its counts.
    pub counts: Vec<CountRef>,
    /// Facts with the number of a first stage of the first count, which reports gave as if it were a rival. None is a count;
    /// addresses may still name them.
    #[serde(default)]
    pub stages: Vec<String>,
}

/// A published count.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountRef {
    /// Fact id.
    pub fact: String,
    /// Whose number it is.
    pub known_by: KnownBy,
}

/// Whose number a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KnownBy {
    /// The state that sent the soldiers.
    Sender,
    /// Someone else, such as an unnamed source.
    Others,
    /// The essay alone.
    Essay,
}

/// Counts that one source printed together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetRef {
    /// Stable id.
    pub id: String,
    /// Fact ids in the order of the senders.
    pub counts: Vec<String>,
    /// Fact id of the number for Russia in the same list.
    pub russia: Option<String>,
    /// Source ids.
    pub sources: Vec<String>,
}
