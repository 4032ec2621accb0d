//! The alliance as pure Rust: no DOM, no drawing, no prose.

pub mod article_4;
pub mod choice;
pub mod shares;
