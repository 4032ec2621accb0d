//! The figures: one module each, and the list of them.

#[cfg(feature = "csr")]
pub mod live;
pub mod troop_shares;
pub mod words;

/// Ids of all figures, as in addresses and chapters.
pub const IDS: [&str; 1] = ["troop-shares"];
