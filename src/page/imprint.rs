//! The imprint: how to cite the page and the essay, where to report an error, and under which terms the page stands.

use leptos::prelude::*;

use crate::content::{
    book::Book,
    fact::{Kind, Source},
    markdown::{self, Notes},
};

/// The version of the page, from Cargo.toml.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The id of the essay among the sources.
const ESSAY: &str = "essay";

/// The source that the page explains; absent only in broken content, which validation reports.
pub fn essay(book: &Book) -> Option<&Source> {
    book.sources.get(ESSAY)
}

/// Author, title, publisher, date and address of the essay, in a line.
pub fn essay_line(book: &Book) -> impl IntoView + use<> {
    essay(book).map(|source| {
        let author = source.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
        let date = source.date.as_deref().map(|d| format!(", {}", book.date_long(d))).unwrap_or_default();
        let before = format!("{author}“{}”, {}{date}. ", source.title, source.publisher);
        let address = source.url.clone().map(|url| view! { <a href=url.clone()>{url.clone()}</a> });
        view! { <p class="citation">{before}{address}</p> }
    })
}

/// How to cite this page, in a line.
pub fn citation(book: &Book) -> String {
    let (edition, read_to) =
        book.config.as_ref().map(|c| (book.date_long(&c.edition_date), book.date_long(&c.data_date))).unwrap_or_default();
    book.label_with(
        "cite",
        &[
            ("authors", book.label("authors")),
            ("title", book.label("headline")),
            ("version", VERSION),
            ("edition", &edition),
            ("read_to", &read_to),
        ],
    )
}

/// The page's citation, then the essay's.
pub fn cite(book: &Book) -> impl IntoView + use<> {
    let (note, argument) = (book.label("cite_address").to_owned(), book.label("cite_essay").to_owned());
    view! {
        <div id="cite">
            <p class="citation">{citation(book)}</p>
            <p>{note}</p>
            <p>{argument}</p>
            {essay_line(book)}
        </div>
    }
}

/// Where to report an error; nothing when the edition names no address.
pub fn corrections(book: &Book) -> Option<impl IntoView + use<>> {
    let address = book.config.as_ref().and_then(|c| c.corrections.clone());
    address.map(|address| {
        let href = if address.contains("://") { address.clone() } else { format!("mailto:{address}") };
        let before = book.label("corrections").to_owned();
        view! { <span>{before}" "<a href=href>{address}</a></span> }
    })
}

/// How many facts and sources there are, by kind, and the file that has them all.
///
/// # Errors
/// The faults of the label's Markdown.
pub fn facts(book: &Book) -> Result<AnyView, String> {
    let text = book.label_with("facts_file", &[("facts", &book.facts.len().to_string()), ("sources", &book.sources.len().to_string())]);
    let html = prose(book, &text)?;
    let kinds: Vec<_> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let count = book.facts.values().filter(|f| f.kind == kind).count();
            let name = book.labels.as_ref().and_then(|l| l.kinds.get(&kind)).cloned().unwrap_or_default();
            let meaning = book.label(meaning_key(kind)).to_owned();
            view! { <li><strong>{name}</strong>{format!(" ({count}): {meaning}")}</li> }
        })
        .collect();
    Ok(view! { <div inner_html=html></div><ul class="list">{kinds}</ul> }.into_any())
}

/// The page's last lines: data, terms, corrections, how to cite.
///
/// # Errors
/// The faults of the labels' Markdown.
pub fn footer(book: &Book) -> Result<AnyView, String> {
    let licence = prose(book, book.label("licence"))?;
    let read_to = book.config.as_ref().map(|c| book.label_with("read_to", &[("date", &book.date_long(&c.data_date))])).unwrap_or_default();
    let cite = book.label("cite_link").to_owned();
    Ok(view! {
        <footer>
            <p>{citation(book)}" "<a href="#cite">{cite}</a></p>
            <p>{read_to}". "{corrections(book)}</p>
            <div inner_html=licence></div>
        </footer>
    }
    .into_any())
}

fn meaning_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => "means_reported",
        Kind::Estimate => "means_estimate",
        Kind::Derived => "means_derived",
        Kind::Disputed => "means_disputed",
        Kind::NotPublished => "means_not_published",
        Kind::Judgement => "means_judgement",
        Kind::Quotation => "means_quotation",
    }
}

/// A label written in Markdown, as HTML.
pub(super) fn prose(book: &Book, text: &str) -> Result<String, String> {
    markdown::render(text, book, &mut Notes::default()).map_err(|faults| format!("en/labels.json: {}", faults.join("; ")))
}
