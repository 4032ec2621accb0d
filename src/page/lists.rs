//! The lists of the last chapter: every source, and the facts that sources give differently.

use leptos::prelude::*;

use crate::{
    content::{
        Content,
        chapter::Block,
        fact::{Fact, Kind, Read, Source},
        markdown::{self, Notes},
    },
    ui::paths,
};

/// How much of a source was read, in words.
pub(crate) fn read_label(content: &Content, source: &Source) -> String {
    let key = match source.read {
        Read::Full => "read_full",
        Read::Excerpt => "read_excerpt",
        Read::Copy => "read_copy",
    };
    content.label(key).to_owned()
}

/// Every source, by publisher.
pub(crate) fn sources(content: &Content) -> impl IntoView + use<> {
    let mut sources: Vec<&Source> = content.sources.values().collect();
    // The essay first: the page explains it.
    sources.sort_by_key(|s| (s.id != "essay", s.publisher.to_lowercase(), s.date.clone()));
    let items: Vec<_> = sources
        .into_iter()
        .map(|source| {
            let author = source.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
            let date = source.date.as_deref().map(|d| format!(", {}", content.date_long(d))).unwrap_or_default();
            let rest = format!(", {}{date}; {}.", source.publisher, read_label(content, source));
            let title = source.title.clone();
            let title = match source.url.clone() {
                Some(url) => view! { <a href=url>{title}</a> }.into_any(),
                None => view! { <span>{title}</span> }.into_any(),
            };
            view! { <li id=paths::source_entry(&source.id)>{author}{title}{rest}</li> }
        })
        .collect();
    view! { <ul class="list">{items}</ul> }
}

/// Where sources disagree: the points told one by one, then all other disputed facts, each with its value and its mark.
///
/// # Errors
/// The faults of references that cannot be resolved.
pub(crate) fn disagreements(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let told = content.disagreements.as_ref().ok_or("en/disagreements.md: is missing; add it")?;
    let mut points = Vec::new();
    for block in &told.blocks {
        let Block::Prose(text) = block else { return Err(format!("{}: holds more than text; leave text alone", told.file)) };
        let html = markdown::render(text, content, notes).map_err(|faults| format!("{}: {}", told.file, faults.join("; ")))?;
        points.push(view! { <div class="prose" inner_html=html></div> });
    }
    let left: Vec<&Fact> = content.facts.values().filter(|f| f.kind == Kind::Disputed && !notes.named.contains(&f.id)).collect();
    let items: Vec<_> = left
        .into_iter()
        .map(|fact| {
            let statement = content.statement(&fact.id);
            // A statement that holds its value needs no second one before it.
            let value = content.value_words(fact).filter(|v| !statement.contains(v)).map(|v| view! { <strong>{v}</strong>": " });
            let statement = markdown::marked(&statement, &markdown::mark(&fact.id, content, notes));
            view! { <li>{value}<span inner_html=statement></span></li> }
        })
        .collect();
    let left = (!items.is_empty()).then(|| view! { <p>{content.label("also_disputed").to_owned()}</p><ul class="list">{items}</ul> });
    Ok(view! { <p>{told.standfirst.clone()}</p>{points}{left} }.into_any())
}
