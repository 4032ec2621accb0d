//! Expectation by expectation: what the essay expected, the verdict, and what followed.

use leptos::prelude::*;

use crate::{
    content::{Content, expectation::Expectation, inline, markdown::Notes},
    ui::{
        shape,
        stacking::{self, cell, raw},
    },
};

/// The columns by the keys of their labels.
const COLUMNS: [&str; 3] = ["expectations_expected", "expectations_verdict", "expectations_followed"];

/// The table of expectations; each verdict is a word with a shape.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let month = content.config.as_ref().map(|c| content.date_long(&c.data_date)).unwrap_or_default();
    let title = content.label_with("expectations_title", &[("month", &month)]);
    let note = content.label("expectations_note").to_owned();
    let caption = view! { <span class="fig-title">{title}</span>" "<span class="fig-note">{note}</span> }.into_any();
    let heads = COLUMNS.map(|key| content.label(key).to_owned().into_any());
    let rows = content.expectations.iter().map(|e| row(content, notes, e)).collect::<Result<Vec<_>, _>>()?;
    let table = stacking::table("expectations-table", caption, heads.into(), rows, None);
    Ok(view! { <div class="expectations">{table}</div> }.into_any())
}

fn row(content: &Content, notes: &mut Notes, expectation: &Expectation) -> Result<AnyView, String> {
    let id = &expectation.id;
    let text = content.expectation_texts.get(id).ok_or_else(|| format!("the expectation `{id}` has no words; add them"))?;
    let (expected, followed) = (inline::html(content, notes, &text.expected)?, inline::html(content, notes, &text.followed)?);
    let verdict = expectation.verdict;
    let word = content.label(&format!("verdict_{}", verdict.id())).to_owned();
    let verdict = view! { <span class="verdict">{raw(shape::verdict(verdict))}{word}</span> }.into_any();
    Ok(stacking::row("", raw(expected), vec![cell(verdict), cell(raw(followed))]))
}
