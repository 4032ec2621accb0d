//! Yardsticks: what the states' shares of the alliance can be measured by.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A yardstick among some of the states, from `data/yardsticks.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Yardstick {
    /// What is measured: `people`.
    pub id: String,
    /// Among which states.
    pub of: Among,
    /// How the bar is drawn, after how its number is known.
    pub drawn: Drawn,
    /// Fact ids of the shares, in percent, by ISO code of the state.
    pub shares: BTreeMap<String, String>,
}

/// The states among which a yardstick measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Among {
    /// The six members.
    Six,
    /// The five that sent troops.
    Five,
}

impl Among {
    /// Its id in words and data.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Six => "six",
            Self::Five => "five",
        }
    }
}

/// How a bar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawn {
    /// A reported number.
    Solid,
    /// An estimate.
    Tint,
    /// A remainder.
    Rings,
}

impl Drawn {
    /// Its id in words.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Tint => "tint",
            Self::Rings => "rings",
        }
    }
}
