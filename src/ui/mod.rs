//! Pieces of HTML that pages and figures share. None of them knows a figure.

#[cfg(feature = "ssr")]
pub mod choice;
#[cfg(feature = "ssr")]
pub mod folding;
#[cfg(feature = "ssr")]
pub mod ledger;
#[cfg(feature = "ssr")]
pub mod paths;
#[cfg(feature = "ssr")]
pub mod shape;
#[cfg(feature = "ssr")]
pub mod stacking;
