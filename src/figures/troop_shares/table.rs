//! The table: one row per sender, the same cells in the built page, the living one and the downloads.

use super::data::{Bar, ShareData};
use crate::text::words::{grouped, rounded};

/// Cells of a row after its heading.
pub const COLUMNS: usize = 4;

/// Soldiers, share, rate per million inhabitants, and how the number is known.
pub fn cells(bar: &Bar, data: &ShareData) -> [String; COLUMNS] {
    [
        grouped(bar.soldiers),
        data.words.fill("value_share", &[("value", &rounded(bar.share).to_string())]),
        grouped(rounded(bar.per_million)),
        bar.note.clone(),
    ]
}
