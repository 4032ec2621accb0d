//! The content as data: typed, loaded from JSON and Markdown, checked before anything is drawn or written.
//!
//! Only the build uses this module; the browser gets the few numbers that a figure needs as JSON beside it.

pub mod book;
pub mod chapter;
pub mod error;
pub mod fact;
pub mod formula;
pub mod load;
pub mod markdown;
pub mod number;
pub mod validate;
