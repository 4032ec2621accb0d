//! The page as built HTML: everything a reader without script gets.

pub mod article;
pub mod bibliography;
pub(crate) mod corrected;
pub(crate) mod expectations;
pub(crate) mod facts;
pub(crate) mod imprint;
pub(crate) mod lists;
pub(crate) mod members;
pub mod notes;
pub(crate) mod offline_copies;
pub(crate) mod outline;
pub(crate) mod parts;
pub mod reading;
pub mod whole_ledger;
