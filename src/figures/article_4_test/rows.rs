//! The rows of the figure's data files: every answer of every case, and where each wording puts the case.

use serde_json::Value;

use super::{
    ID, cases,
    data::{question_key, wording_key},
    table,
};
use crate::{
    content::{Content, error::Diagnostic, fact::Kind, inline},
    figures::data_file::{self, DataFile, KNOWN},
    model::article_4::{Question, Wording, outcome},
};

/// The figure's own columns; `row` is `answer` or `outcome`.
const COLUMNS: [&str; 6] = ["row", "case", "day", "question", "answer", "text"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub(crate) fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let (data, rows_of_cases) = cases::data(content)?;
    let mut rows = Vec::new();
    for ((case, appeal), known) in rows_of_cases.iter().zip(&data.cases) {
        let row = |own: [&str; 4], facts: [Value; 6]| {
            let [kind, question, answer, text] = own;
            let own = [kind, case.id.as_str(), appeal.date.as_str(), question, answer, text];
            own.into_iter().map(Value::from).chain(facts).collect::<Vec<_>>()
        };
        for question in Question::ALL {
            let Some(finding) = case.finding(question, appeal) else { continue };
            let facts: Vec<&str> = finding.facts.iter().map(String::as_str).collect();
            let text = inline::plain(content, table::few_words(content, &case.id, question)?);
            let head = data.words.get(question_key(question));
            rows.push(row(["answer", head, finding.answer.id(), &text], data_file::known(content, &facts)));
        }
        for wording in Wording::ALL {
            let mut facts = data_file::known(content, &[]);
            // What follows from the answers by rule; their sources stand in the rows above.
            facts[1] = Kind::Derived.id().into();
            let head = data.words.get(wording_key(wording));
            rows.push(row(["outcome", head, outcome(wording, known.answers).id(), ""], facts));
        }
    }
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}
