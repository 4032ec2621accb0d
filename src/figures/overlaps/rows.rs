//! The rows of the figure's data files: one per member, club and status, with its dates.

use serde_json::Value;

use super::{ID, data::Overlaps};
use crate::{
    content::{book::Book, membership::Spell},
    figures::data_file::DataFile,
};

/// The columns.
const COLUMNS: [&str; 9] = ["state", "organisation", "status", "from", "to", "seen", "kind", "source", "address"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(book: &Book) -> Result<DataFile, String> {
    let data = Overlaps::of(book)?;
    let mut rows = Vec::new();
    for member in &data.members {
        for club in &data.memberships.clubs {
            rows.extend(data.memberships.spells_of(&member.iso3, club).map(|spell| row(book, spell)));
        }
    }
    DataFile::new(book, ID, COLUMNS, rows)
}

fn row(book: &Book, spell: &Spell) -> Vec<Value> {
    let date = |date: &Option<String>| Value::from(date.clone().unwrap_or_default());
    let sources: Vec<_> = spell.sources.iter().filter_map(|id| book.sources.get(id)).collect();
    let publishers: Vec<&str> = sources.iter().map(|s| s.publisher.as_str()).collect();
    let addresses: Vec<&str> = sources.iter().filter_map(|s| s.url.as_deref()).collect();
    vec![
        book.state_name(&spell.state).into(),
        book.organisation_names.get(&spell.organisation).map_or(&*spell.organisation, |text| &text.name).into(),
        spell.status.id().into(),
        date(&spell.from),
        date(&spell.to),
        date(&spell.seen),
        spell.kind.id().into(),
        publishers.join("; ").into(),
        addresses.join("; ").into(),
    ]
}
