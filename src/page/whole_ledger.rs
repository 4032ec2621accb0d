//! The ledger on a page of its own: it is longer than any chapter. The figure `non-interventions` has it in short.

use leptos::prelude::*;

use super::{
    notes,
    reference::{self, Place},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    ui::{ledger, medium::Medium, paths, rendered::Rendered},
};

/// Its id in a file that holds everything.
pub(crate) const ID: &str = "ledger";

/// The id of its heading.
const TITLE: &str = "ledger-title";

/// The ledger as a section of a file that holds everything; the facts that it cites become notes of the file.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub(crate) fn section(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    notes.enter(ID);
    let label = |key: &'static str| content.label(key).to_owned();
    Ok(view! {
        <section id=ID aria-labelledby=TITLE>
            <h2 id=TITLE>{label("ledger_page_title")}</h2>
            <p class="standfirst">{label("ledger_page_standfirst")}</p>
            {ledger::whole(content, notes, "")?}
        </section>
    }
    .into_any())
}

/// What stands in the page's `<body>`; `to_root` leads to the site's root.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub fn body(content: &Content, to_root: &str) -> Result<Rendered, Diagnostic> {
    Medium::Page.rendered(|| view(content, to_root))
}

/// By what its rows can be sorted, as the script of the page has it: the value of a button, and the key of its words.
const ORDERS: [(&str, &str); 3] = [("date", "ledger_by_date"), ("country", "ledger_by_country"), ("deaths", "ledger_by_deaths")];

/// The buttons that sort the rows, with what is announced; a script shows them. They stand above the table and not in its heads, because
/// these are hidden on a narrow page, and one of them is the head of both date and country.
fn order(content: &Content) -> impl IntoView + use<> {
    let label = |key: &'static str| content.label(key).to_owned();
    let button = |(value, key): (&'static str, &'static str)| {
        view! { <button type="button" value=value aria-pressed="false">{label(key)}</button>" " }
    };
    let [up, down, not] = ["sorted_up", "sorted_down", "sorted_not"].map(label);
    view! {
        <div class="ledger-order" role="group" aria-label=label("ledger_order") data-part="order" data-sorted-up=up data-sorted-down=down data-sorted-not=not hidden>
            <span aria-hidden="true">{label("ledger_order")}</span>" "
            {ORDERS.map(button).into_iter().collect_view()}
        </div>
        <p class="visually-hidden" role="status" data-part="order-said"></p>
    }
}

fn view(content: &Content, to_root: &str) -> Result<AnyView, Diagnostic> {
    let mut marks = Notes::default();
    let label = |key: &'static str| content.label(key).to_owned();
    let table = ledger::whole(content, &mut marks, to_root)?;
    let main = view! {
        <main>
            <section aria-labelledby=TITLE>
                <h1 id=TITLE>{label("ledger_page_title")}</h1>
                <p class="standfirst">{label("ledger_page_standfirst")}</p>
                {order(content)}
                {table}
                {notes::view(content, &marks, notes::Sources::Named)}
            </section>
        </main>
    };
    let place = Place { path: paths::LEDGER, to_root, in_article: crate::figures::non_interventions::ID };
    reference::view(content, place, main.into_any())
}
