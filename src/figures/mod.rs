//! The figures: one module each, the list of them, and what they share when they are built.

#[cfg(feature = "ssr")]
pub mod data_file;
#[cfg(feature = "ssr")]
pub mod frame;
pub mod registry;
pub mod troop_shares;
pub mod words;
