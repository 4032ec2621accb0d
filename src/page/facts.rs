//! Every fact with its sources: the notes of the page, which are read far more often, only count theirs and lead here.

use leptos::prelude::*;

use super::{imprint, notes};
use crate::{
    content::{Content, fact::Fact},
    ui::paths,
};

/// The id of its heading.
pub(crate) const ID: &str = "facts";

/// The list with its heading and the kinds of facts, in the order of the ids.
///
/// # Errors
/// The faults of a label's Markdown.
pub(crate) fn view(content: &Content) -> Result<AnyView, String> {
    let items: Vec<_> = content.facts.values().map(|fact| fact_view(content, fact)).collect();
    let label = |key: &'static str| content.label(key).to_owned();
    let kinds = imprint::facts(content)?;
    Ok(view! {
        <section aria-labelledby=ID>
            <h2 id=ID>{label("all_facts_title")}</h2>
            <p class="standfirst">{label("all_facts_standfirst")}</p>
            {kinds}
            <ul class="list">{items}</ul>
        </section>
    }
    .into_any())
}

/// What its note says, and its sources, each a link to its entry.
fn fact_view(content: &Content, fact: &Fact) -> impl IntoView + use<> {
    let sources = fact.sources.iter().filter_map(|id| content.sources.get(id));
    let sources: Vec<_> = sources
        .map(|source| {
            let to = ["#", &paths::source_entry(&source.id)].concat();
            let rest = notes::date_and_copy(content, source);
            view! { <a href=to>{source.publisher.clone()}</a>{rest} }
        })
        .collect();
    view! { <li id=paths::fact_entry(&fact.id)>{notes::statement(content, fact)}{sources}</li> }
}
