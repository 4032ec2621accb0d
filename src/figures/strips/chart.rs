//! What such a figure shows, with every word in it.

use serde::{Deserialize, Serialize};

use crate::{
    chart::{scale::round_step, token::Token},
    text::words::{grouped, rounded},
};

/// How a bar is drawn, after how its number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Look {
    /// Reported.
    #[default]
    Solid,
    /// An estimate: a light tint with an edge.
    Tint,
    /// Inferred: an outline with rings.
    Rings,
    /// On paper only: an outline.
    Outline,
    /// Not published: a dashed box that holds the words and has no length.
    Empty,
}

/// Another value on a strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Its value, in the chart's unit.
    pub at: u32,
    /// The text of its tooltip.
    pub tooltip: String,
}

/// A span of values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Lowest.
    pub low: u32,
    /// Highest.
    pub high: u32,
    /// What stands under its start; may be empty.
    pub words: String,
}

/// One bar with its name and its ticks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Strip {
    /// The choice in which it is shown; `None` for one that always is.
    pub when: Option<u32>,
    /// Its name.
    pub name: String,
    /// Beside the name: among whom, how known.
    pub note: String,
    /// How the bar is drawn.
    pub look: Look,
    /// The bar's value, in the chart's unit.
    pub value: u32,
    /// The label beside the bar.
    pub label: String,
    /// An outline around the bar up to this value, for comparison.
    pub frame: Option<u32>,
    /// The span in which the value lies.
    pub span: Option<Span>,
    /// Rival values of the bar, from low to high: open ticks across its end.
    pub rivals: Vec<Tick>,
    /// Values of others, from low to high: thin ticks under the bar.
    pub others: Vec<Tick>,
    /// The label beside the ticks.
    pub under: String,
    /// The text of the bar's tooltip.
    pub tooltip: String,
    /// What the tooltips of bar and ticks add to their own text; may be empty.
    pub tail: String,
}

/// The whole figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// The colour of its bars.
    pub token: Token,
    /// The end of its axis; the axis begins at 0.
    pub max: u32,
    /// Places of its labels.
    pub axis: Vec<(u32, String)>,
    /// The place of the axis that a strong line marks, such as a half.
    pub line: Option<u32>,
    /// The strips, from above.
    pub strips: Vec<Strip>,
    /// The finding in a sentence, choice by choice.
    pub sentences: Vec<String>,
}

/// Round places from 0 to at most `max` for [`Chart::axis`].
pub fn round_axis(max: u32) -> Vec<(u32, String)> {
    let step = rounded(round_step(f64::from(max), 5)).max(1);
    (0..=max / step).map(|i| (i * step, grouped(i * step))).collect()
}

impl Chart {
    /// The strips that a choice shows.
    pub fn shown(&self, chosen: usize) -> impl Iterator<Item = &Strip> {
        self.strips.iter().filter(move |s| s.when.is_none_or(|when| when as usize == chosen))
    }
}
