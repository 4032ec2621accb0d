//! The figures: one module each, the list of them, and what they share when they are built.

pub mod article_4_test;
pub mod burden;
#[cfg(feature = "ssr")]
pub(crate) mod data_file;
pub mod figure;
#[cfg(feature = "ssr")]
pub mod for_content;
pub mod forces;
#[cfg(feature = "ssr")]
pub mod frame;
pub(crate) mod list;
pub(crate) mod map;
pub mod non_interventions;
pub mod overlaps;
pub mod payload;
pub mod pictures;
pub mod registry;
pub mod stages;
#[cfg(feature = "ssr")]
pub mod states;
pub mod strips;
pub mod tables;
pub mod timeline;
/// The example of ARCHITECTURE.md, "Add a figure", compiled and built here so that it stays true.
#[cfg(all(test, feature = "ssr"))]
#[path = "../../examples/toll/mod.rs"]
mod toll;
pub mod treaty;
pub mod troop_dots;
pub mod troop_shares;
