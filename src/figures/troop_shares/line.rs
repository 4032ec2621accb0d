//! What the second drawing shows: Russia's share over all combinations of published figures.
//!
//! The reader's choices do not change it, so the build computes it and the browser reads it.

/// A row of the line of shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its lowest and highest share in words.
    pub range: String,
}

/// How a mark on the line of shares is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One of all combinations.
    Tick,
    /// Counts that were printed together.
    Diamond,
}

/// A mark on the line of shares.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareMark {
    /// What it says of itself.
    pub label: String,
    /// Russia's share, in percent.
    pub share: f64,
    /// Index of its row.
    pub row: usize,
    /// How it is drawn.
    pub shape: Shape,
}

/// The whole line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What stands beside the line at 50.
    pub note: String,
    /// Index of the sender whose counts are the rows, because they lie furthest apart.
    pub sender: usize,
    /// One row per count of that sender, and one for lists that gave Russia a number themselves.
    pub rows: Vec<Row>,
    /// Row by row, from low to high.
    pub marks: Vec<ShareMark>,
}
