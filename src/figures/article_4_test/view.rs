//! The figure as prerendered HTML: the table first, then the path with every control that the interactive figure uses.

use leptos::prelude::*;

use super::{
    ID,
    answering::{Answering, CaseText, Path},
    cases::{self, Row},
    controls::Controls,
    data::TestData,
    table,
};
use crate::{
    content::{Content, error::Diagnostic, inline, markdown::Notes},
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    ui::{folding, paths},
};

/// What the keys of the words begin with that the controls need.
const IN_BROWSER: [&str; 10] =
    ["control_", "column_1992", "column_since", "question_", "answer_", "changed", "of_", "law", "will", "line_"];

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// Says what the content lacks or which reference cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let (data, rows) = cases::data(content)?;
    let table = table::view(content, notes, &data, &rows)?;
    let table = folding::in_embed(notes, data.words.get("table"), table);
    let essay = inline::html(content, notes, data.words.get("essay"))?;
    let path = path(content, &data, &rows)?;
    let payload = Some(payload::write(&path)?);
    let answering = Answering::new(frame::prerendered(content, ID), path);
    let ledger = view! { <a href=paths::LEDGER>{data.words.get("ledger").to_owned()}</a> }.to_html();
    let body = view! {
        <p class="fig-sentence">{sentence(content, &data)}</p>
        {table}
        <p class="table-note" inner_html=essay></p>
        <Controls answering ledger/>
    };
    let parts = FigureParts { id: ID, words: &data.words, body: body.into_any(), tables: ().into_any(), payload, picture: Picture::None };
    frame::view(parts, content, notes)
}

/// The finding, counted from the cases.
pub fn sentence(content: &Content, data: &TestData) -> String {
    let counts = cases::counts(content, data);
    data.words.fill("sentence", &counts.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What the browser gets of the cases `rows`.
pub(super) fn path(content: &Content, data: &TestData, rows: &[Row<'_>]) -> Result<Path, Diagnostic> {
    let mut texts = Vec::new();
    for (_, appeal) in rows {
        let text = content.ledger_text(appeal)?;
        let name = format!("{}, {}", text.title, content.date_long(&appeal.date));
        texts.push(CaseText { name, told: [&text.came, &text.explained].map(|text| inline::plain(content, text)) });
    }
    let told_heads = ["ledger_came", "ledger_explained"].map(|label| content.label(label).to_owned());
    Ok(Path { data: TestData { words: data.words.only(&IN_BROWSER), ..data.clone() }, texts, told_heads })
}
