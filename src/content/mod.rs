//! The content as data: typed, loaded from JSON and Markdown, checked before anything is drawn or written.
//!
//! Only the build uses this module; the browser gets the few numbers that a figure needs as JSON beside it.

pub mod article;
#[expect(clippy::module_inception, reason = "its one type is what the folder is about")]
mod content;
pub use content::{Config, Content, Labels, Member, Term};
pub mod case;
pub mod chapter;
pub mod checks;
pub mod citation;
pub mod comparison;
pub mod correction;
pub mod dates;
pub mod day;
pub mod deployment;
pub mod error;
pub mod expectation;
pub mod fact;
pub mod finding;
pub mod force;
pub mod formula;
pub mod inline;
pub mod ledger;
pub mod load;
pub mod map;
pub mod markdown;
pub mod membership;
pub mod missing;
pub mod number;
pub mod organisation;
pub mod raw;
pub mod scene;
pub mod statement;
pub mod texts;
pub mod validate;
pub mod wording;
pub mod yardstick;
