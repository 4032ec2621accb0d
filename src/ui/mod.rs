//! Pieces of HTML that pages and figures share. None of them knows a figure.

#[cfg(feature = "ssr")]
pub(crate) mod choice;
#[cfg(feature = "ssr")]
pub(crate) mod folding;
#[cfg(feature = "ssr")]
pub(crate) mod ledger;
#[cfg(feature = "ssr")]
pub(crate) mod medium;
#[cfg(feature = "ssr")]
pub(crate) mod paths;
#[cfg(feature = "ssr")]
pub(crate) mod shape;
#[cfg(feature = "ssr")]
pub(crate) mod stacking;
