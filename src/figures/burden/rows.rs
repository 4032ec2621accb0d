//! The rows of the figure's data files: one per yardstick and state.

use serde_json::Value;

use super::{ID, data};
use crate::{
    content::{Content, error::Diagnostic},
    figures::data_file::{self, DataFile, KNOWN, one_decimal},
};

/// The figure's own columns; `low` and `high` are those of Russia's troops.
const COLUMNS: [&str; 6] = ["yardstick", "among", "state", "share", "low", "high"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let (_, measured) = data::measured(content)?;
    let mut rows = Vec::new();
    for m in &measured {
        for (iso3, fact) in &m.yardstick.shares {
            let is_ally = m.allies.iter().any(|(ally, _)| ally == iso3);
            let [low, high] = m.range.filter(|_| !is_ally).map_or([Value::Null, Value::Null], |ends| ends.map(one_decimal));
            let share = content.number(fact).map_or(Value::Null, one_decimal);
            let own = [m.name.clone().into(), m.yardstick.of.id().into(), content.state_name(iso3).into(), share, low, high];
            rows.push(own.into_iter().chain(data_file::known(content, &[fact])).collect());
        }
    }
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}
