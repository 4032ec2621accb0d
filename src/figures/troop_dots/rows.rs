//! The rows of the figure's data files: the numbers of every step.

use serde_json::{Value, json};

use super::{
    ID,
    entries::{Entry, dots_content},
};
use crate::{
    content::{Content, error::Diagnostic},
    figures::data_file::{self, DataFile, KNOWN},
};

/// The figure's own columns.
const COLUMNS: [&str; 5] = ["step", "group", "soldiers", "share", "per_million"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let row = |entry: Entry| {
        let own: [Value; 5] = [
            entry.step.id().into(),
            entry.name.into(),
            entry.soldiers.map_or(Value::Null, Value::from),
            entry.share.map_or(Value::Null, Value::from),
            entry.per_million.map_or(Value::Null, |rate| json!((rate * 10.0).round() / 10.0)),
        ];
        let facts: Vec<&str> = entry.facts.iter().map(String::as_str).collect();
        own.into_iter().chain(data_file::known(content, &facts)).collect()
    };
    let rows = dots_content(content)?.entries.into_iter().map(row).collect();
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}
