//! The page as built HTML: everything a reader without script gets.

pub(crate) mod appendix;
pub mod article;
pub mod bibliography;
pub(crate) mod corrected;
pub(crate) mod facts;
pub mod figure_list;
pub mod figure_page;
pub(crate) mod imprint;
pub(crate) mod lists;
pub(crate) mod members;
pub mod notes;
pub mod offline_copies;
pub(crate) mod outline;
pub(crate) mod parts;
pub mod reading;
pub(crate) mod reference;
pub mod treaty;
pub mod whole_ledger;
