//! Bars by row with thin ticks under them, and one choice among a few: what `burden` and `forces` share.
//!
//! The build computes every choice; the browser only draws the chosen one.

pub(crate) mod chart;
pub mod draw;
pub(crate) mod live;
pub(crate) mod payload;
pub(crate) mod picture;
#[cfg(feature = "ssr")]
pub(crate) mod view;
