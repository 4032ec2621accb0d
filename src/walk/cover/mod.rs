//! The cover: a field with a dot for each soldier, on which a reader guesses how many were Russia's.
//!
//! Everything is built, each answer too. `guess.js` beside this folder, which stands in the document, moves the line and shows
//! the answer that fits; it needs no program. The embed of [`FIGURE`] shows the same game where its address has `guess`.

mod data;
mod field;
mod view;

pub(crate) use data::soldiers;
pub use data::style;
pub use view::{game, guess_again, header, in_short};

use crate::{figures::troop_shares, ui::inline_script};

/// The id of the page's beginning.
pub const TOP: &str = "top";

/// The id of the summary.
pub const IN_SHORT: &str = "in-short";

/// The figure whose embed can be the game.
pub const FIGURE: &str = troop_shares::ID;

/// What the game does, as its source has it; it stands right after the game.
const SCRIPT: &str = include_str!("../guess.js");

/// The script as documents hold it.
pub fn script() -> String {
    inline_script::compact(SCRIPT)
}
