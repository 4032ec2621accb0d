//! The mark of a card or a paragraph, "4 sources": a disclosure that lists what its references rest on.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::content::{Content, citation::Citations, fact::Fact};

/// How a fact's sources are written, behind the words that it supports.
pub type Cited<'a> = &'a dyn Fn(&Fact) -> AnyView;

/// The mark; nothing where nothing is cited.
pub fn view(content: &Content, citations: &Citations, cited: Cited<'_>) -> Option<AnyView> {
    let known = |id: &str| content.facts.get(id);
    let sources: BTreeSet<&String> = citations.facts().filter_map(known).flat_map(|fact| &fact.sources).collect();
    let items: Vec<_> = citations
        .iter()
        .map(|citation| {
            let facts: Vec<_> = citation.facts.iter().filter_map(|id| known(id)).map(cited).collect();
            view! { <li><b>{citation.words.clone()}</b>{facts}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        let count = content.counted("sources", sources.len());
        view! { <details class="cites"><summary>{count}</summary><ul>{items}</ul></details> }.into_any()
    })
}
