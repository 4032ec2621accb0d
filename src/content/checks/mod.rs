//! Cross-checks of one kind of content each; [`super::validate`] runs them all.

pub mod ages;
pub mod articles;
pub mod cases;
pub mod config;
pub mod corrections;
pub mod days;
pub mod deployment;
mod entries;
pub mod expectations;
pub mod forces;
pub mod labels;
pub mod ledger;
pub mod map;
pub mod members;
pub mod memberships;
pub mod numbers;
mod numbers_allowed;
pub mod quotations;
pub mod quoted;
pub mod scenes;
pub mod sources;
mod whole;
pub mod yardsticks;
