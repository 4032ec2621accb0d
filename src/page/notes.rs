//! The notes of a document: popovers on screen, numbered lists in print and where popovers are unknown.
//!
//! A mark in the text opens its note by click, touch or keyboard; Escape, a press elsewhere or the note's own button
//! closes it. None of that needs script. In print the marks' numbers lead to the list at the end.

use leptos::prelude::*;

use super::lists::read_label;
use crate::{
    content::{
        Content,
        fact::{Fact, Kind, Read, Source},
        markdown::Notes,
    },
    ui::{medium::Medium, paths},
};

/// How notes tell of their sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sources {
    /// Each by its publisher and date, linked: where a document stands alone.
    Named,
    /// How many there are, as a link to the list that names them: on the page, which would be too heavy with all names.
    Counted,
}

/// One list item per fact and per term that the document mentions; nothing where it mentions none.
pub fn view(content: &Content, notes: &Notes, sources: Sources) -> impl IntoView + use<> {
    let facts: Vec<_> = notes
        .facts
        .iter()
        .enumerate()
        .filter_map(|(i, id)| {
            let note_id = format!("note-{}", i + 1);
            let body = fact_view(content, content.facts.get(id)?, sources);
            let close = close(content, &note_id);
            Some(view! { <li id=note_id popover="">{body}{close}</li> })
        })
        .collect();
    let terms: Vec<_> = notes
        .terms
        .iter()
        .filter_map(|id| {
            let term = content.glossary.get(id)?;
            let (name, gloss) = (term.term.clone(), format!(": {}", term.gloss));
            let term_id = format!("term-{id}");
            let close = close(content, &term_id);
            Some(view! { <li id=term_id popover=""><strong>{name}</strong>{gloss}{close}</li> })
        })
        .collect();
    let label = |key: &'static str| content.label(key).to_owned();
    let facts = (!facts.is_empty()).then(|| view! { <p class="notes-title">{label("notes")}</p><ol class="notes">{facts}</ol> });
    let terms = (!terms.is_empty()).then(|| view! { <p class="notes-title">{label("terms")}</p><ul class="notes">{terms}</ul> });
    view! { {facts}{terms} }
}

/// What the fact says, and its sources.
fn fact_view(content: &Content, fact: &Fact, sources: Sources) -> impl IntoView + use<> {
    let known = fact.sources.iter().filter_map(|s| content.sources.get(s));
    let sources = match sources {
        Sources::Named => known.map(|s| source_view(content, s)).collect::<Vec<_>>().into_any(),
        Sources::Counted => view! { <a href=paths::fact(&fact.id)>{content.counted("sources", known.count())}</a> }.into_any(),
    };
    view! { {statement(content, fact)}{sources} }
}

/// Who says what a fact of the walk's cards and paragraphs says, when, and how it is known. Where sources are counted the
/// first stands for all and leads to the fact, whose entry names them.
pub fn cited(content: &Content, fact: &Fact, sources: Sources) -> AnyView {
    let mut known = fact.sources.iter().filter_map(|s| content.sources.get(s));
    // What a source says without a rival is the usual case, and needs no word.
    let kind = content.labels.as_ref().and_then(|labels| labels.kinds.get(&fact.kind)).filter(|_| fact.kind != Kind::Reported);
    let kind = kind.map(|kind| ["; ", kind].concat()).unwrap_or_default();
    match sources {
        Sources::Named => {
            let all: Vec<_> = known.map(|source| view! { " "{source_view(content, source)} }).collect();
            view! { {kind}"."{all} }.into_any()
        }
        Sources::Counted => {
            let first = known.next().map(|source| source.publisher.clone()).unwrap_or_default();
            let others = known.count();
            let others = (others > 0).then(|| content.label_with("cites_more", &[("count", &others.to_string())]));
            let rest = [", ", &content.date_long(&fact.as_of), &kind, &others.unwrap_or_default(), "."].concat();
            view! { " "<a href=paths::fact(&fact.id)>{first}</a>{rest} }.into_any()
        }
    }
}

/// Statement, kind and date; of a quotation also whose words they are.
pub(super) fn statement(content: &Content, fact: &Fact) -> impl IntoView + use<> {
    let statement = content.statement(&fact.id);
    let kind = content.labels.as_ref().and_then(|l| l.kinds.get(&fact.kind)).cloned().unwrap_or_default();
    let date = content.date_long(&fact.as_of);
    let about = match content.fact_texts.get(&fact.id).and_then(|text| text.speaker.as_deref().zip(text.role.as_deref())) {
        Some((speaker, role)) => {
            let by = [("kind", kind.as_str()), ("speaker", speaker), ("role", role), ("date", &date)];
            format!(" {} ", content.label_with("quotation_by", &by))
        }
        None => format!(" {kind}, {} {date}. ", content.label("as_of")),
    };
    view! { {statement}<em>{about}</em> }
}

/// Publisher and date, linked; the title stands once, in the list of sources.
fn source_view(content: &Content, source: &Source) -> impl IntoView + use<> {
    let (publisher, rest) = (source.publisher.clone(), date_and_copy(content, source));
    match source.url.clone() {
        Some(url) => view! { <a href=url>{publisher}</a>{rest} }.into_any(),
        None => view! { {publisher}{rest} }.into_any(),
    }
}

/// What follows a publisher's name. One text: Leptos writes an empty one as a space.
pub(super) fn date_and_copy(content: &Content, source: &Source) -> String {
    let date = source.date.as_deref().map(|d| format!(", {}", content.date_long(d))).unwrap_or_default();
    let copy = if source.read == Read::Copy { format!(" ({})", read_label(content, source)) } else { String::new() };
    format!("{date}{copy}. ")
}

/// What closes the note `id`; nothing in a book, where notes are a list.
fn close(content: &Content, id: &str) -> impl IntoView + use<> {
    let (id, label) = (id.to_owned(), content.label("close").to_owned());
    Medium::current().is_interactive().then(|| view! { <button class="close" popovertarget=id>{label}</button> })
}
