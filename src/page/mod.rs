//! The page as built HTML: everything a reader without script gets.

pub mod article;
pub mod imprint;
pub mod lists;
pub mod notes;
pub mod parts;
pub mod reading;
