//! What opens when a reader presses a row of the ledger: by whose count people died, how it was explained, the sources, and the
//! way to the row on the ledger's own page.

use leptos::prelude::*;

use super::rows;
use crate::{
    content::{Content, citation::Citations, cited, error::Diagnostic, inline, ledger::Appeal, markdown::Notes},
    figures::non_interventions::stage::Row,
    ui::{medium::Medium, paths, rendered},
    walk::cites::{self, Cited},
};

/// The row with its details.
///
/// # Errors
/// A reference that cannot be resolved, or a term, whose explanation would not stand in the document.
pub(super) fn row(content: &Content, appeal: &Appeal, cited: Cited<'_>) -> Result<Row, Diagnostic> {
    let text = content.ledger_text(appeal)?;
    let name = [&inline::plain(content, &text.title), ", ", &rows::when(content, &appeal.date)].concat();
    let (mut notes, mut citations) = (Notes::default(), Citations::default());
    let mut part = |label: &str, markdown: &str| {
        let html = cited::joined(markdown, content, &mut notes, &mut citations).map_err(|faults| Diagnostic::first("", "", faults))?;
        let label = content.label(label).to_owned();
        Ok::<_, Diagnostic>(view! { <dt>{label}</dt><dd inner_html=html></dd> })
    };
    let parts = [part("ledger_explained", &text.explained)?, part("ledger_toll", &text.toll)?];
    if let Some(term) = notes.terms.first() {
        return Err(Diagnostic::unplaced(
            format!("`{}` explains the term `{term}`, for which a row has no room", appeal.id),
            "write the word alone",
        ));
    }
    // A file that holds everything has the whole row, with its sources, to which the link leads.
    let sources = if Medium::current() == Medium::SingleFile { None } else { cites::view(content, &citations, cited) };
    let (heading, link) = (name.clone(), content.label("open_ledger").to_owned());
    let details = view! {
        <p class="row-name">{heading}</p>
        <dl>{parts.into_iter().collect_view()}</dl>
        {sources}
        <p><a href=address(&appeal.id)>{link}</a></p>
    };
    Ok(Row { name, details: rendered::html(details) })
}

/// Where the whole row stands.
fn address(id: &str) -> String {
    let page = if Medium::current() == Medium::SingleFile { "" } else { paths::LEDGER };
    [page, "#", id].concat()
}
