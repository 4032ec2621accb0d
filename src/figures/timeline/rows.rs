//! The rows of the figure's data files: the events of January 2022, then the time of each state in treaty and
//! organisation.

use serde_json::Value;

use super::{ID, spells};
use crate::{
    content::{Content, error::Diagnostic, references},
    figures::{
        data_file::{self, DataFile, KNOWN},
        frame,
    },
};

/// The figure's own columns; `row` is `event` or `membership`.
const COLUMNS: [&str; 7] = ["row", "from", "in_force", "to", "state", "what", "status"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub(crate) fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let words = frame::words(content, ID)?;
    let memberships = content.memberships.as_ref().ok_or_else(|| Diagnostic::missing("data/memberships.json"))?;
    let mut rows = Vec::new();
    for event in &content.days {
        let text = content.day_texts.get(&event.id).map_or("", String::as_str);
        let own = ["event", &event.date, "", &event.date, "", &event.id, event.kind.id()].map(Value::from);
        rows.push(own.into_iter().chain(data_file::known(content, &references::ids(text))).collect());
    }
    for state in spells::states(content, memberships) {
        for lane in spells::of_state(content, &words, memberships, state)? {
            let spell = lane.spell;
            let (from, to) = (spell.from.as_deref().unwrap_or_default(), spell.to.as_deref().unwrap_or_default());
            let force = lane.force;
            let force = [Some(force.year), force.month.map(u16::from), force.day.map(u16::from)].into_iter().flatten();
            let force = force.map(|part| format!("{part:02}")).collect::<Vec<_>>().join("-");
            let name = content.state_name(state);
            let own = ["membership", from, &force, to, name, &spell.organisation, spell.status.id()].map(Value::from);
            let known = data_file::known_from(content, from, spell.kind, &spell.sources, &lane.label);
            rows.push(own.into_iter().chain(known).collect());
        }
    }
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}
