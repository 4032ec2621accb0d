//! The organisations that the alliance's members belong to.

use serde::Deserialize;

/// An organisation, from `data/organisations.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Stable id: `SCO`.
    pub id: String,
    /// The fact that says which members of the alliance belong to it.
    pub fact: String,
}

/// The words of an organisation, from `en/organisations.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationText {
    /// "Shanghai Cooperation Organisation"
    pub name: String,
    /// As it heads a column.
    pub short: String,
    /// One sentence.
    pub gloss: String,
}
