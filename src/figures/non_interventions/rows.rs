//! The rows of the figure's data files: one per appeal or crisis, in the words of the whole ledger.

use serde_json::Value;

use super::ID;
use crate::{
    content::{
        book::Book,
        ledger::Appeal,
        markdown::{self, Notes},
    },
    figures::data_file::{self, DataFile, KNOWN},
};

/// The figure's own columns; `asked` is `yes`, `no` or `disputed`, `soldiers_came`
/// `yes` or `no`.
const COLUMNS: [&str; 9] = ["date", "crisis", "states", "asked", "appeal", "soldiers_came", "came", "explained", "toll"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(book: &Book) -> Result<DataFile, String> {
    let rows = book.ledger.iter().map(|appeal| row(book, appeal)).collect::<Result<Vec<_>, _>>()?;
    DataFile::new(book, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}

fn row(book: &Book, appeal: &Appeal) -> Result<Vec<Value>, String> {
    let text = book.ledger_text(appeal)?;
    let mut cited = Notes::default();
    let mut faults = Vec::new();
    let mut plain = |text: &str| Value::from(markdown::plain(&markdown::inline(text, book, &mut cited, &mut faults)));
    let states: Vec<&str> = appeal.states.iter().map(|iso3| book.state_name(iso3)).collect();
    let own = [
        appeal.date.clone().into(),
        plain(&text.title),
        states.join("; ").into(),
        appeal.asked.id().into(),
        plain(&text.asked),
        if appeal.soldiers_came { "yes" } else { "no" }.into(),
        plain(&text.came),
        plain(&text.explained),
        plain(&text.toll),
    ];
    if let Some(fault) = faults.first() {
        return Err(format!("en/ledger.json: {}: {fault}", appeal.id));
    }
    let ids: Vec<&str> = cited.facts.iter().map(String::as_str).collect();
    Ok(own.into_iter().chain(data_file::known(book, &ids)).collect())
}
