//! Article 4 beside NATO's article 5, as a table of phrases.

use leptos::prelude::*;

use super::{
    inline,
    stacking::{self, labelled_cell, raw},
};
use crate::content::{book::Book, markdown::Notes};

/// The fact that carries NATO's article 5; it is dated by the day on which the treaty was signed.
const NATO: &str = "nato5";

/// The table and its note. `since` is the fact whose date heads the alliance's column.
///
/// # Errors
/// Says what is missing or which reference cannot be resolved.
pub fn view(book: &Book, notes: &mut Notes, since: &str) -> Result<AnyView, String> {
    let comparison = book.comparison.as_ref().ok_or("en/comparison.json is missing; add it")?;
    let day = book.facts.get(since).and_then(|f| book.value_words(f)).ok_or_else(|| format!("the fact `{since}` has no date; add it"))?;
    let signed = book.facts.get(NATO).map(|f| book.date_long(&f.as_of)).ok_or_else(|| format!("the fact `{NATO}` is missing; add it"))?;
    let (csto, nato) = (comparison.csto.replace("{}", &day), comparison.nato.replace("{}", &signed));
    let mut rows = Vec::new();
    for row in &comparison.rows {
        let cells = vec![
            labelled_cell(&csto, raw(inline::html(book, notes, &row.csto)?)),
            labelled_cell(&nato, raw(inline::html(book, notes, &row.nato)?)),
        ];
        rows.push(stacking::row("", row.topic.clone().into_any(), cells));
    }
    let heads = [comparison.topic.clone(), csto, nato].map(IntoAny::into_any).into();
    let table = stacking::table("stacking comparison", comparison.title.clone().into_any(), heads, rows, None);
    let note = inline::html(book, notes, &comparison.note)?;
    Ok(view! { <div class="comparison-block" id="article-4-and-5">{table}<p class="table-note" inner_html=note></p></div> }.into_any())
}
