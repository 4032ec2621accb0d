//! Article 4 beside NATO's article 5: pairs of phrases.

use leptos::prelude::*;

use super::phrase;
use crate::{
    content::{Content, error::Diagnostic, inline},
    figures::treaty::comparison,
};

/// The label with the words that are lit.
const LIT: &str = "promise_lit_nato";

/// The pairs, in rows that match.
pub(super) fn drawn(content: &Content) -> Result<(String, AnyView), Diagnostic> {
    let compared = content.comparison.as_ref().ok_or_else(|| Diagnostic::missing("en/comparison.json"))?;
    let lit = phrase::lit(content, LIT);
    let cell = |text: &str| phrase::lighten(&inline::plain(content, text), &lit);
    let cells: Vec<_> = compared.rows.iter().flat_map(|row| [cell(&row.csto), cell(&row.nato)]).collect();
    phrase::all_lit(LIT, &lit, &cells)?;
    let rows = compared.rows.iter().map(|row| {
        let (csto, nato) = (phrase::view(cell(&row.csto)), phrase::view(cell(&row.nato)));
        view! { <p class="pair-topic">{row.topic.clone()}</p><p class="treaty">{csto}</p><p class="treaty">{nato}</p> }
    });
    let rows: Vec<_> = rows.collect();
    let [csto, nato] = comparison::heads(content)?;
    let note = inline::plain(content, &compared.note);
    // The card has the first sentence already; the others say whose words these are.
    let by = note.split_once(". ").map_or(note.clone(), |(_, by)| by.to_owned());
    let html = view! {
        <div class="promise pairs">
            <div class="pair-rows"><p>{csto}</p><p>{nato}</p>{rows}</div>
            <div class="promise-by"><p>{by}</p></div>
        </div>
    };
    Ok((content.statement("nato5-compare"), html.into_any()))
}
