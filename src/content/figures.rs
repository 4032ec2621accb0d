//! What the content must know of the figures that show it. They hand it in, because the content uses none of them.

use super::{Content, error::Diagnostic};

/// A count with its name.
pub(crate) type Value = (&'static str, String);

/// The figures, as far as loading and checking ask.
#[derive(Clone, Copy)]
pub struct Figures {
    /// Whether there is a figure with this id.
    pub exists: fn(&str) -> bool,
    /// The counts that the figure with this id offers to its title and question. Errors say what its data lack.
    pub values: fn(&Content, &str) -> Result<Vec<Value>, Diagnostic>,
    /// Whether the map shows a place, in hundredths of a degree, longitude first.
    pub on_map: fn([i32; 2]) -> bool,
}
