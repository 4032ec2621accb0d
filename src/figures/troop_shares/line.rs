//! What the second drawing shows: Russia's share over all combinations of published figures.
//!
//! The reader's choices do not change it, so the build computes it and the browser reads it.

use serde::{Deserialize, Serialize};

/// A row of the line of shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its lowest and highest share in words.
    pub range: String,
}

/// How a mark on the line of shares is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// One of all combinations.
    Tick,
    /// Counts that were printed together.
    Diamond,
}

/// A mark on the line of shares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What stands beside the line at 50.
    pub note: String,
    /// Index of the sender whose counts are the rows, because they lie furthest apart.
    pub sender: usize,
    /// One row per count of that sender, and one for lists that gave Russia a number themselves.
    pub rows: Vec<Row>,
    /// Row by row, from low to high.
    pub marks: Vec<ShareMark>,
    /// Where a guess is judged otherwise, in percent: the lowest and the highest share over all combinations, and the
    /// highest that a list of its own or a first stage would allow.
    pub zones: [u32; 3],
}

impl Line {
    /// The key of what is said of a guess, in percent.
    pub fn verdict(&self, guess: u32) -> &'static str {
        let [low, high, edge] = self.zones;
        match guess {
            guess if guess < low => "guess_under",
            guess if guess <= high => "guess_within",
            guess if guess <= edge => "guess_edge",
            _ => "guess_over",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_falls_into_one_of_four_zones() {
        let line = Line { note: String::new(), sender: 0, rows: vec![], marks: vec![], zones: [51, 75, 79] };
        let verdicts = [0, 50, 51, 75, 76, 79, 80, 100].map(|guess| line.verdict(guess));
        let [under, within, edge, over] = ["guess_under", "guess_within", "guess_edge", "guess_over"];
        assert_eq!(verdicts, [under, under, within, within, edge, edge, over, over]);
    }
}
