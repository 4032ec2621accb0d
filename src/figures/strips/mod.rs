//! Bars by row with thin ticks under them, and one choice among a few: what `burden` and `forces` share.
//!
//! The build computes every choice; the browser only draws the chosen one.

pub mod chart;
pub mod draw;
pub mod mount;
pub mod picture;
#[cfg(feature = "ssr")]
pub mod view;
