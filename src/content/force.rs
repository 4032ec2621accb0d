//! The alliance's forces on paper, and what was sent in January 2022.

use serde::Deserialize;

/// `data/forces.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forces {
    /// The forces, in the order of the page.
    pub forces: Vec<Force>,
    /// Fact id of the soldiers present in Kazakhstan.
    pub present: String,
    /// Fact id of the soldiers permitted there.
    pub permitted: String,
}

/// One force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Force {
    /// Stable id: `peacekeeping`.
    pub id: String,
    /// Fact ids of its published strengths, the alliance's own first; or of the one fact that says that none is published.
    pub strengths: Vec<String>,
}
