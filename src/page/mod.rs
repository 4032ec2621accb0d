//! The page as built HTML: everything a reader without script gets.

pub mod article;
pub mod articles;
pub mod comparison;
pub mod imprint;
pub mod inline;
pub mod lists;
pub mod members;
pub mod memberships;
pub mod notes;
pub mod parts;
pub mod reading;
pub mod stacking;
