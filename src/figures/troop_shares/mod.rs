//! `troop-shares`: who sent the troops?
//!
//! Two drawings: bars by sender from zero, Russia's hatched because it is a remainder; and Russia's share over all
//! combinations of published figures, as ticks on a line from 0 to 100.

pub mod data;
pub mod draw;
pub mod state;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "troop-shares";
