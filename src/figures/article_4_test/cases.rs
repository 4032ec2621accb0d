//! The cases of the content with their rows of the ledger, and what can be counted of them.

use super::{
    ID,
    data::{Known, TestData},
};
use crate::{
    content::{
        Content,
        case::{self, Case},
        error::Diagnostic,
        ledger::Appeal,
    },
    figures::frame,
    model::article_4::{Outcome, Wording, outcome},
};

/// The fact that carries the day on which the amended wording took effect.
const AMENDED: &str = "treaty-2010-in-force";

/// A case and its row of the ledger.
pub(crate) type Row<'a> = (&'a Case, &'a Appeal);

/// The cases with their rows of the ledger, and the path's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(content: &Content) -> Result<(TestData, Vec<Row<'_>>), Diagnostic> {
    let amended = content.facts.get(AMENDED).and_then(|f| f.date.as_ref());
    let amended = amended.ok_or_else(|| Diagnostic::unplaced(format!("the fact `{AMENDED}` has no date"), "add it"))?;
    let mut rows = Vec::new();
    for case in &content.cases {
        let appeal = content.ledger.iter().find(|row| row.id == case.id);
        rows.push((
            case,
            appeal.ok_or_else(|| Diagnostic::new("data/cases.json", &*case.id, ("is not in data/ledger.json", "add its row")))?,
        ));
    }
    let known = |(case, appeal): &Row<'_>| Known {
        id: case.id.clone(),
        wording: case::wording_on(&appeal.date, amended),
        answers: case.answers(appeal),
    };
    let data = TestData {
        cases: rows.iter().map(known).collect(),
        first: rows.iter().position(|(_, appeal)| appeal.soldiers_came()).unwrap_or(0),
        words: frame::words(content, ID)?,
    };
    Ok((data, rows))
}

/// The counts of the cases by name: how many there are, where the words of their own day put them, how many stand elsewhere
/// under the other words, and in how many of those left open soldiers came.
pub(crate) fn counts(content: &Content, data: &TestData) -> [(&'static str, String); 6] {
    let count = |found: &dyn Fn(&Known) -> bool| match data.cases.iter().filter(|known| found(known)).count() {
        0 => data.words.get("count_none").to_owned(),
        n => content.small_number(n),
    };
    let stands = |known: &Known| outcome(known.wording, known.answers);
    let is_open = |known: &Known| matches!(stands(known), Outcome::Open(_));
    let moved = |known: &Known| outcome(Wording::First, known.answers).id() != outcome(Wording::Since, known.answers).id();
    let came = |known: &Known| content.ledger.iter().any(|row| row.id == known.id && row.soldiers_came());
    [
        ("all", count(&|_| true)),
        ("within", count(&|known| stands(known) == Outcome::Within)),
        ("open", count(&is_open)),
        ("outside", count(&|known| matches!(stands(known), Outcome::Outside(_)))),
        ("moved", count(&moved)),
        ("came", count(&|known| is_open(known) && came(known))),
    ]
}
