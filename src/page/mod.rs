//! The page as built HTML: everything a reader without script gets.

pub mod article;
pub mod bibliography;
pub mod corrected;
pub mod expectations;
pub mod facts;
pub mod imprint;
pub mod lists;
pub mod members;
pub mod notes;
pub mod offline_copies;
pub mod parts;
pub mod reading;
pub mod whole_ledger;
