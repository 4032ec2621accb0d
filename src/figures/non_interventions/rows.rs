//! The rows of the figure's data files: one per appeal or crisis, its cells as ids and in the words of the whole ledger.

use serde_json::Value;

use super::ID;
use crate::{
    content::{
        Content,
        error::Diagnostic,
        ledger::{Appeal, Why},
        markdown::{self, Notes},
    },
    figures::data_file::{self, DataFile, KNOWN},
};

/// The figure's own columns. `asked` and `asked_russia` are `yes`, `no`, `disputed` or `not-found`, `asked_russia` is empty
/// where Russia was struck; `soldiers_came` is `yes` or `no`; the others are the ids of [`crate::content::ledger`] or words.
const COLUMNS: [&str; 16] = [
    "date",
    "crisis",
    "states",
    "group",
    "from_outside",
    "asked",
    "asked_russia",
    "sought",
    "appeal",
    "soldiers_came",
    "came_kind",
    "came",
    "why",
    "explained",
    "counted_by",
    "toll",
];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub(crate) fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let rows = content.ledger.iter().map(|appeal| row(content, appeal)).collect::<Result<Vec<_>, _>>()?;
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}

fn row(content: &Content, appeal: &Appeal) -> Result<Vec<Value>, Diagnostic> {
    let text = content.ledger_text(appeal)?;
    let outside = content.attack_from_outside(appeal)?.answer;
    let mut cited = Notes::default();
    let mut faults = Vec::new();
    let mut plain = |text: &str| Value::from(markdown::plain(&markdown::inline(text, content, &mut cited, &mut faults)));
    let states: Vec<&str> = appeal.states.iter().map(|iso3| content.state_name(iso3)).collect();
    let own = [
        appeal.date.clone().into(),
        plain(&text.title),
        states.join("; ").into(),
        appeal.group().id().into(),
        outside.id().into(),
        appeal.alliance.answer.id().into(),
        appeal.russia.as_ref().map_or("", |finding| finding.answer.id()).into(),
        appeal.sought.answer.id().into(),
        plain(&text.asked),
        if appeal.soldiers_came() { "yes" } else { "no" }.into(),
        appeal.came.answer.id().into(),
        plain(&text.came),
        joined(appeal.why.iter().map(why)),
        plain(&text.explained),
        joined(appeal.dead.iter().map(|count| count.by.id().to_owned())),
        plain(&text.toll),
    ];
    if !faults.is_empty() {
        return Err(Diagnostic::first("en/ledger.json", &appeal.id, faults));
    }
    let ids: Vec<&str> = cited.facts.iter().map(String::as_str).collect();
    Ok(own.into_iter().chain(data_file::known(content, &ids)).collect())
}

/// A reason, and after a colon whose words it is.
fn why(why: &Why) -> String {
    let by: Vec<&str> = why.by.iter().map(|voice| voice.id()).collect();
    if by.is_empty() { why.reason.id().to_owned() } else { [why.reason.id(), ": ", &by.join(", ")].concat() }
}

fn joined(parts: impl Iterator<Item = String>) -> Value {
    parts.collect::<Vec<_>>().join("; ").into()
}
