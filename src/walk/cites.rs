//! The mark of a card or a paragraph, "4 sources": a disclosure that lists what its references rest on.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    content::{
        Content,
        citation::{Citation, Citations},
        fact::{Fact, Kind},
    },
    page::{
        facts,
        notes::{self, Sources},
    },
};

/// The mark; nothing where nothing is cited.
pub fn view(content: &Content, citations: &Citations, named: Sources) -> Option<AnyView> {
    let facts = citations.facts().filter_map(|id| content.facts.get(id));
    let sources: BTreeSet<&String> = facts.flat_map(|fact| &fact.sources).collect();
    let items: Vec<_> = citations.iter().map(|citation| item(content, citation, named)).collect();
    (!items.is_empty()).then(|| {
        let count = content.counted("sources", sources.len());
        view! { <details class="cites"><summary>{count}</summary><ul>{items}</ul></details> }.into_any()
    })
}

/// The words that are supported, and by what.
fn item(content: &Content, citation: &Citation, named: Sources) -> AnyView {
    let facts = citation.facts.iter().filter_map(|id| content.facts.get(id));
    let facts: Vec<_> = facts.map(|fact| fact_view(content, fact, named)).collect();
    view! { <li><b>{citation.words.clone()}</b>{facts}</li> }.into_any()
}

/// Who says so, when, and how it is known. On the page the first source stands for all and leads to the fact, whose entry
/// names them; a document that stands alone names them itself.
fn fact_view(content: &Content, fact: &Fact, named: Sources) -> AnyView {
    let mut sources = fact.sources.iter().filter_map(|id| content.sources.get(id));
    // What a source says without a rival is the usual case, and needs no word.
    let kind = content.labels.as_ref().and_then(|labels| labels.kinds.get(&fact.kind)).filter(|_| fact.kind != Kind::Reported);
    let kind = kind.map(|kind| ["; ", kind].concat()).unwrap_or_default();
    match named {
        Sources::Named => {
            let all: Vec<_> = sources.map(|source| view! { " "{notes::source_view(content, source)} }).collect();
            view! { {kind}"."{all} }.into_any()
        }
        Sources::Counted => {
            let first = sources.next().map(|source| source.publisher.clone()).unwrap_or_default();
            let others = sources.count();
            let others = (others > 0).then(|| content.label_with("cites_more", &[("count", &others.to_string())]));
            let rest = [", ", &content.date_long(&fact.as_of), &kind, &others.unwrap_or_default(), "."].concat();
            view! { " "<a href=facts::address(&fact.id)>{first}</a>{rest} }.into_any()
        }
    }
}
