//! The figures: one module each, the list of them, and what they share when they are built.

pub mod article_4_test;
pub mod burden;
#[cfg(feature = "ssr")]
pub mod data_file;
pub mod forces;
#[cfg(feature = "ssr")]
pub mod frame;
pub mod map;
pub mod non_interventions;
pub mod overlaps;
pub mod payload;
pub mod pictures;
pub mod registry;
#[cfg(feature = "ssr")]
pub mod stacking;
pub mod strips;
pub mod timeline;
#[cfg(feature = "ssr")]
pub mod titles;
pub mod treaty;
pub mod troop_dots;
pub mod troop_shares;
pub mod words;
