//! The rows of the figure's data files: one per member, club and status, with its dates.

use serde_json::Value;

use super::{ID, data::Overlaps};
use crate::{
    content::{Content, error::Diagnostic, membership::Spell},
    figures::data_file::DataFile,
};

/// The columns.
const COLUMNS: [&str; 9] = ["state", "organisation", "status", "from", "to", "seen", "kind", "source", "address"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let data = Overlaps::of(content)?;
    let mut rows = Vec::new();
    for member in &data.members {
        for club in &data.memberships.clubs {
            rows.extend(data.memberships.spells_of(&member.iso3, club).map(|spell| row(content, spell)));
        }
    }
    DataFile::new(content, ID, COLUMNS, rows)
}

fn row(content: &Content, spell: &Spell) -> Vec<Value> {
    let date = |date: &Option<String>| Value::from(date.clone().unwrap_or_default());
    let sources: Vec<_> = spell.sources.iter().filter_map(|id| content.sources.get(id)).collect();
    let publishers: Vec<&str> = sources.iter().map(|s| s.publisher.as_str()).collect();
    let addresses: Vec<&str> = sources.iter().filter_map(|s| s.url.as_deref()).collect();
    vec![
        content.state_name(&spell.state).into(),
        content.organisation_names.get(&spell.organisation).map_or(&*spell.organisation, |text| &text.name).into(),
        spell.status.id().into(),
        date(&spell.from),
        date(&spell.to),
        date(&spell.seen),
        spell.kind.id().into(),
        publishers.join("; ").into(),
        addresses.join("; ").into(),
    ]
}
