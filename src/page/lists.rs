//! Lists: every source, those of one page, and the facts that sources give differently.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::imprint::ESSAY;
use crate::{
    content::{
        Content,
        chapter::Block,
        error::Diagnostic,
        fact::{Fact, Kind, Read, Source},
        markdown::{self, Notes},
    },
    ui::paths,
};

/// The slug of the text about what sources give differently, `en/pages/disagreements.md`.
pub(crate) const DISAGREEMENTS: &str = "disagreements";

/// How much of a source was read, in words.
pub(crate) fn read_label(content: &Content, source: &Source) -> String {
    let key = match source.read {
        Read::Full => "read_full",
        Read::Excerpt => "read_excerpt",
        Read::Copy => "read_copy",
    };
    content.label(key).to_owned()
}

/// The level of the headings of letters, which depends on where the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// Under the title of a page.
    Second,
    /// Under the title of a section.
    Third,
}

/// Every source, each with its id, by publisher: the essay, then a group for each first letter, to which a line of letters leads.
pub(crate) fn sources(content: &Content, level: Level) -> impl IntoView + use<> {
    let entry = |source: &Source| item(content, source, Some(paths::source_entry(&source.id)));
    let sources = in_order(content.sources.values());
    let (first, others): (Vec<&Source>, Vec<&Source>) = sources.into_iter().partition(|source| source.id == ESSAY);
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    for source in others {
        let letter = initial(&source.publisher);
        match groups.last_mut() {
            Some((last, items)) if *last == letter => items.push(entry(source)),
            _ => groups.push((letter, vec![entry(source)])),
        }
    }
    let links: Vec<_> =
        groups.iter().map(|(letter, _)| view! { <a href=["#", &letter_id(letter)].concat()>{letter.clone()}</a>" " }).collect();
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(letter, items)| {
            let id = letter_id(&letter);
            let heading = match level {
                Level::Second => view! { <h2 id=id>{letter}</h2> }.into_any(),
                Level::Third => view! { <h3 id=id>{letter}</h3> }.into_any(),
            };
            view! { <div class="letter">{heading}<ul class="list">{items}</ul></div> }
        })
        .collect();
    let first: Vec<_> = first.into_iter().map(entry).collect();
    let label = content.label("sources_by_letter").to_owned();
    view! { <ul class="list">{first}</ul><nav class="letters" aria-label=label>{links}</nav>{groups} }
}

/// Under what a publisher stands: its first letter, or the digits together.
fn initial(publisher: &str) -> String {
    match publisher.chars().find(|c| c.is_alphanumeric()) {
        Some(letter) if letter.is_alphabetic() => letter.to_uppercase().collect(),
        _ => "0–9".to_owned(),
    }
}

/// The id of the heading of a letter.
fn letter_id(letter: &str) -> String {
    ["sources-", &letter.to_lowercase().replace('–', "-")].concat()
}

/// The sources of the facts among `notes`, by publisher, under a heading of the second level.
pub(crate) fn cited(content: &Content, notes: &Notes) -> impl IntoView + use<> {
    let ids: BTreeSet<&String> = notes.facts.iter().filter_map(|id| content.facts.get(id)).flat_map(|fact| &fact.sources).collect();
    let cited = ids.into_iter().filter_map(|id| content.sources.get(id));
    let items: Vec<_> = in_order(cited).into_iter().map(|source| item(content, source, None)).collect();
    view! { <h2>{content.label("cited_title").to_owned()}</h2><ul class="list">{items}</ul> }
}

/// By publisher; the essay first, because all else is about it.
fn in_order<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = sources.collect();
    sources.sort_by_key(|s| (s.id != ESSAY, initial(&s.publisher), s.publisher.to_lowercase(), s.date.clone()));
    sources
}

fn item(content: &Content, source: &Source, id: Option<String>) -> AnyView {
    let author = source.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
    let date = source.date.as_deref().map(|d| format!(", {}", content.date_long(d))).unwrap_or_default();
    let rest = format!(", {}{date}; {}.", source.publisher, read_label(content, source));
    let title = source.title.clone();
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url>{title}</a> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    };
    view! { <li id=id>{author}{title}{rest}</li> }.into_any()
}

/// Where sources disagree: the points told one by one, then all other disputed facts, each with its value and its mark.
///
/// # Errors
/// The faults of references that cannot be resolved.
pub(crate) fn disagreements(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let told = content.page(DISAGREEMENTS)?;
    let mut points = Vec::new();
    for block in &told.blocks {
        let Block::Prose(text) = block else { return Err(Diagnostic::new(&told.file, "", ("holds more than text", "leave text alone"))) };
        let html = markdown::render(text, content, notes).map_err(|faults| Diagnostic::first(&told.file, "", faults))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishers_stand_under_their_first_letter_and_digits_together() {
        assert_eq!(["24.kg", "“Azattyk”", "eurasianet", "Élysée", "…"].map(initial), ["0–9", "A", "E", "É", "0–9"]);
        assert_eq!(["0–9", "A", "É"].map(letter_id), ["sources-0-9", "sources-a", "sources-é"]);
    }
}
