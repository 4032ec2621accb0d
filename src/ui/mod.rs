//! The components that all figures share, one file each. They know no figure; the build renders them, and the app mounts the
//! same ones where they are interactive.

pub mod announce;
pub mod choice;
pub mod data_table;
pub mod leaf;
pub mod marks;
pub mod number_field;
pub mod one_choice;
pub mod plot;
pub mod sentence;
pub mod tones;
pub mod tooltip;
