//! The components that all figures share, one file each. They know no figure; the build renders them, and the app mounts the
//! same ones where they are interactive.

#![expect(unreachable_pub, reason = "the macro for components writes their props as `pub`")]

pub(crate) mod announce;
pub(crate) mod choice;
#[cfg(feature = "ssr")]
pub(crate) mod data_table;
pub(crate) mod fold;
#[cfg(feature = "ssr")]
pub(crate) mod folding;
#[cfg(feature = "ssr")]
pub(crate) mod inline_script;
pub(crate) mod leaf;
#[cfg(feature = "ssr")]
pub(crate) mod ledger;
pub(crate) mod ledger_row;
pub(crate) mod marks;
#[cfg(feature = "ssr")]
pub(crate) mod medium;
pub(crate) mod number_field;
pub(crate) mod one_choice;
#[cfg(feature = "ssr")]
pub(crate) mod paths;
pub(crate) mod plot;
#[cfg(feature = "ssr")]
pub(crate) mod rendered;
pub(crate) mod sentence;
#[cfg(feature = "ssr")]
pub(crate) mod shape;
pub(crate) mod sorting;
#[cfg(feature = "ssr")]
pub(crate) mod stacking;
pub(crate) mod tones;
pub(crate) mod tooltip;
