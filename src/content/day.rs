//! January 2022 by day: dated events of five kinds.

use serde::Deserialize;

/// One event, from `data/days.json`; events stand in the order of time. Its sentence is in `en/days.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Stable id.
    pub id: String,
    /// `yyyy-mm-dd`
    pub date: String,
    /// The part of the day where a source gives it; hours are left out, since their zone is seldom known.
    pub part: Option<Part>,
    /// What kind of event it is.
    pub kind: EventKind,
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Late in the evening or after midnight.
    Night,
    /// By the morning.
    Morning,
}

/// What kind of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// People in the streets.
    Protest,
    /// Attacks, fires, fighting.
    Violence,
    /// An act of Kazakhstan's authorities.
    Government,
    /// An act of the alliance or its forces.
    Alliance,
    /// What somebody said had happened.
    Claim,
}

impl EventKind {
    /// The id used in the data, in `data-kind` and, after `day_`, as the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Protest => "protest",
            Self::Violence => "violence",
            Self::Government => "government",
            Self::Alliance => "alliance",
            Self::Claim => "claim",
        }
    }
}
