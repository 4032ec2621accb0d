//! Cross-checks of one kind of content each; [`super::validate`] runs them all.

pub mod articles;
pub mod members;
pub mod memberships;
