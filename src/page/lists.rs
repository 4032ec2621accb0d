//! The lists of the last chapter: every source, and every fact that sources give differently.

use leptos::prelude::*;

use crate::content::{
    book::Book,
    fact::{Kind, Read, Source},
};

/// How much of a source was read, in words.
pub fn read_label(book: &Book, source: &Source) -> String {
    let key = match source.read {
        Read::Full => "read_full",
        Read::Excerpt => "read_excerpt",
        Read::Copy => "read_copy",
    };
    book.label(key).to_owned()
}

/// Every source, by publisher.
pub fn sources(book: &Book) -> impl IntoView + use<> {
    let mut sources: Vec<&Source> = book.sources.values().collect();
    // The essay first: the page explains it.
    sources.sort_by_key(|s| (s.id != "essay", s.publisher.to_lowercase(), s.date.clone()));
    let items: Vec<_> = sources
        .into_iter()
        .map(|source| {
            let author = source.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
            let date = source.date.as_deref().map(|d| format!(", {}", book.date_long(d))).unwrap_or_default();
            let rest = format!(", {}{date}; {}.", source.publisher, read_label(book, source));
            let title = source.title.clone();
            let title = match source.url.clone() {
                Some(url) => view! { <a href=url>{title}</a> }.into_any(),
                None => view! { <span>{title}</span> }.into_any(),
            };
            view! { <li>{author}{title}{rest}</li> }
        })
        .collect();
    view! { <ul class="list">{items}</ul> }
}

/// Every disputed fact, in a sentence.
pub fn disagreements(book: &Book) -> impl IntoView + use<> {
    let disputed = book.facts.values().filter(|f| f.kind == Kind::Disputed);
    let items: Vec<_> =
        disputed.filter_map(|f| book.fact_texts.get(&f.id)).map(|text| view! { <li>{text.statement.clone()}</li> }).collect();
    view! { <ul class="list">{items}</ul> }
}
