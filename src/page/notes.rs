//! The notes of a chapter: popovers on screen, a list in print and where popovers are unknown.

use leptos::prelude::*;

use super::lists::read_label;
use crate::content::{book::Book, markdown::Notes};

/// One list item per fact and per term that the chapter mentions.
pub fn view(book: &Book, notes: &Notes) -> impl IntoView + use<> {
    let facts: Vec<_> = notes
        .facts
        .iter()
        .enumerate()
        .filter_map(|(i, id)| {
            let fact = book.facts.get(id)?;
            let statement = book.fact_texts.get(id).map_or_else(String::new, |t| t.statement.clone());
            let kind = book.labels.as_ref().and_then(|l| l.kinds.get(&fact.kind)).cloned().unwrap_or_default();
            let about = format!(" {kind}, {} {}. ", book.label("as_of"), book.date_long(&fact.as_of));
            let sources = fact.sources.iter().filter_map(|s| book.sources.get(s)).map(|source| {
                let date = source.date.as_deref().map(|d| format!(", {}", book.date_long(d))).unwrap_or_default();
                let rest = format!(", “{}”{date} ({}). ", source.title, read_label(book, source));
                let publisher = source.publisher.clone();
                match source.url.clone() {
                    Some(url) => view! { <a href=url>{publisher}</a>{rest} }.into_any(),
                    None => view! { <span>{publisher}</span>{rest} }.into_any(),
                }
            });
            let sources: Vec<_> = sources.collect();
            Some(view! { <li id=format!("note-{}-{}", notes.slug, i + 1) popover="auto">{statement}<em>{about}</em>{sources}</li> })
        })
        .collect();
    let terms: Vec<_> = notes
        .terms
        .iter()
        .filter_map(|id| {
            let term = book.glossary.get(id)?;
            let (name, gloss) = (term.term.clone(), format!(": {}", term.gloss));
            Some(view! { <li id=format!("term-{}-{id}", notes.slug) popover="auto"><strong>{name}</strong>{gloss}</li> })
        })
        .collect();
    view! {
        <ol class="notes">{facts}</ol>
        <ul class="notes">{terms}</ul>
    }
}
