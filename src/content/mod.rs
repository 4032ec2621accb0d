//! The content as data: typed, loaded from JSON and Markdown, checked before anything is drawn or written.
//!
//! Only the build uses this module; the browser gets the few values that a figure needs as a payload beside it.

pub(crate) mod article;
#[expect(clippy::module_inception, reason = "its one type is what the folder is about")]
mod content;
pub use content::{Config, Content, Labels, Member, Term};
pub(crate) mod case;
pub mod chapter;
pub mod checks;
pub mod citation;
pub mod cited;
pub(crate) mod comparison;
pub(crate) mod correction;
pub(crate) mod dates;
pub(crate) mod day;
pub(crate) mod deployment;
pub mod error;
pub(crate) mod expectation;
pub mod fact;
pub(crate) mod figures;
pub mod files;
pub(crate) mod finding;
pub(crate) mod force;
pub mod formula;
pub mod inline;
pub(crate) mod ledger;
pub mod load;
pub(crate) mod map;
pub mod markdown;
pub mod membership;
pub(crate) mod missing;
pub mod number;
pub(crate) mod organisation;
pub(crate) mod raw;
pub(crate) mod references;
pub mod scene;
pub(crate) mod shares;
pub mod statement;
pub mod texts;
pub(crate) mod titles;
pub mod validate;
pub mod wording;
pub(crate) mod yardstick;
