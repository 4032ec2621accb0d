//! The rows behind a figure, as they are written to CSV and JSON.

use serde_json::Value;

use super::frame;
use crate::content::{
    Content,
    error::Diagnostic,
    fact::{Fact, Kind, Source},
};

/// A figure's data.
#[derive(Debug, Clone, PartialEq)]
pub struct DataFile {
    /// Columns: id, and the title with its unit.
    pub columns: Vec<(&'static str, String)>,
    /// Rows with a cell per column: a text, a number, or null for nothing.
    pub rows: Vec<Vec<Value>>,
}

/// The columns that say how a row is known; [`known`] fills them.
pub(crate) const KNOWN: [&str; 6] = ["as_of", "kind", "source", "address", "fact", "statement"];

impl DataFile {
    /// The data of the figure called `figure`, by the ids of its columns. Their titles stand at `csv_<id>` among the
    /// figure's words, those of [`KNOWN`] in `en/labels.json`.
    ///
    /// # Errors
    /// When the figure has no words.
    pub(crate) fn new(
        content: &Content,
        figure: &str,
        columns: impl IntoIterator<Item = &'static str>,
        rows: Vec<Vec<Value>>,
    ) -> Result<Self, Diagnostic> {
        let words = frame::words(content, figure)?;
        let title = |id| {
            let key = ["csv_", id].concat();
            (id, if KNOWN.contains(&id) { content.label(&key) } else { words.get(&key) }.to_owned())
        };
        Ok(Self { columns: columns.into_iter().map(title).collect(), rows })
    }
}

/// The cells of [`KNOWN`] for the facts that a row rests on: date of the latest, kind and statement of the first, all
/// sources.
pub(crate) fn known(content: &Content, ids: &[&str]) -> [Value; 6] {
    let facts: Vec<&Fact> = ids.iter().filter_map(|id| content.facts.get(*id)).collect();
    let [source, address] = named(content, facts.iter().flat_map(|f| &f.sources));
    [
        facts.iter().map(|f| f.as_of.clone()).max().unwrap_or_default().into(),
        facts.first().map_or("", |f| f.kind.id()).into(),
        source,
        address,
        ids.join("; ").into(),
        ids.first().map_or_else(String::new, |id| content.statement(id)).into(),
    ]
}

/// The cells of [`KNOWN`] for a row that rests on an entry with sources of its own and no fact.
pub(crate) fn known_from(content: &Content, as_of: &str, kind: Kind, sources: &[String], statement: &str) -> [Value; 6] {
    let [source, address] = named(content, sources.iter());
    [as_of.into(), kind.id().into(), source, address, "".into(), statement.into()]
}

/// Publishers and addresses of sources, each source once.
fn named<'a>(content: &Content, ids: impl Iterator<Item = &'a String>) -> [Value; 2] {
    let mut sources: Vec<&Source> = Vec::new();
    for source in ids.filter_map(|id| content.sources.get(id)) {
        if sources.iter().all(|s| s.id != source.id) {
            sources.push(source);
        }
    }
    let joined = |parts: Vec<&str>| parts.join("; ").into();
    [joined(sources.iter().map(|s| s.publisher.as_str()).collect()), joined(sources.iter().filter_map(|s| s.url.as_deref()).collect())]
}

/// A number rounded to one decimal.
pub(crate) fn one_decimal(value: f64) -> Value {
    ((value * 10.0).round() / 10.0).into()
}
