//! Article 4 beside NATO's article 5, as a table of phrases.

use leptos::prelude::*;

use super::articles;
use crate::{
    content::{Content, error::Diagnostic, inline, markdown::Notes},
    ui::{
        folding,
        stacking::{self, labelled_cell, raw},
    },
};

/// The fragment of the table.
pub const ID: &str = "article-4-and-5";

/// The fact that carries NATO's article 5; it is dated by the day on which the treaty was signed.
const NATO: &str = "nato5";

/// The table and its note.
///
/// # Errors
/// Says what is missing or which reference cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let comparison = content.comparison.as_ref().ok_or_else(|| Diagnostic::missing("en/comparison.json"))?;
    let [csto, nato] = heads(content)?;
    let mut rows = Vec::new();
    for row in &comparison.rows {
        let cells = vec![
            labelled_cell(&csto, raw(inline::html(content, notes, &row.csto)?)),
            labelled_cell(&nato, raw(inline::html(content, notes, &row.nato)?)),
        ];
        rows.push(stacking::row("", row.topic.clone().into_any(), cells));
    }
    let heads = [comparison.topic.clone(), csto, nato].map(IntoAny::into_any).into();
    let table = stacking::table("stacking comparison", comparison.title.clone().into_any(), heads, rows, None);
    let note = inline::html(content, notes, &comparison.note)?;
    let block = view! { <div class="comparison-block" id=ID>{table}<p class="table-note" inner_html=note></p></div> };
    Ok(folding::in_embed(notes, &comparison.title, block.into_any()))
}

/// The heads of the alliance's and of NATO's column.
///
/// # Errors
/// Says what is missing.
pub(crate) fn heads(content: &Content) -> Result<[String; 2], Diagnostic> {
    let comparison = content.comparison.as_ref().ok_or_else(|| Diagnostic::missing("en/comparison.json"))?;
    let signed = content
        .facts
        .get(NATO)
        .map(|f| content.date_long(&f.as_of))
        .ok_or_else(|| Diagnostic::unplaced(format!("the fact `{NATO}` is missing"), "add it"))?;
    let since = articles::day(content, articles::DAYS[1])?;
    Ok([comparison.csto.replace("{}", &since), comparison.nato.replace("{}", &signed)])
}
