//! Every fact with its sources: the notes of the page, which are read far more often, only count theirs and lead here.

use leptos::prelude::*;

use super::{bibliography, lists, notes};
use crate::content::{book::Book, fact::Fact};

/// The id of its heading.
pub const ID: &str = "facts";

/// Where the fact `id` stands, from the site's root.
pub fn address(id: &str) -> String {
    [bibliography::PATH, "#", &entry(id)].concat()
}

fn entry(id: &str) -> String {
    ["fact-", id].concat()
}

/// The list with its heading, in the order of the ids.
pub fn view(book: &Book) -> impl IntoView + use<> {
    let items: Vec<_> = book.facts.values().map(|fact| fact_view(book, fact)).collect();
    let label = |key: &'static str| book.label(key).to_owned();
    view! {
        <section aria-labelledby=ID>
            <h2 id=ID>{label("all_facts_title")}</h2>
            <p class="standfirst">{label("all_facts_standfirst")}</p>
            <ul class="list">{items}</ul>
        </section>
    }
}

/// What its note says, and its sources, each a link to its entry.
fn fact_view(book: &Book, fact: &Fact) -> impl IntoView + use<> {
    let sources = fact.sources.iter().filter_map(|id| book.sources.get(id));
    let sources: Vec<_> = sources
        .map(|source| {
            let to = ["#", &lists::entry(&source.id)].concat();
            let rest = notes::date_and_copy(book, source);
            view! { <a href=to>{source.publisher.clone()}</a>{rest} }
        })
        .collect();
    view! { <li id=entry(&fact.id)>{notes::statement(book, fact)}{sources}</li> }
}
