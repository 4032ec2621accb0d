//! Cross-checks of one kind of content each; [`super::validate`] runs them all.

pub(crate) mod ages;
pub(crate) mod articles;
pub(crate) mod cases;
pub(crate) mod config;
pub(crate) mod corrections;
pub(crate) mod days;
pub(crate) mod deployment;
mod entries;
pub(crate) mod expectations;
mod findings;
pub(crate) mod forces;
pub(crate) mod labels;
pub(crate) mod ledger;
pub(crate) mod map;
pub(crate) mod members;
pub(crate) mod memberships;
pub(crate) mod numbers;
mod numbers_allowed;
pub(crate) mod quotations;
pub(crate) mod quoted;
pub mod scenes;
pub(crate) mod sources;
mod whole;
pub(crate) mod yardsticks;
