//! The imprint: how to cite the page and the essay, where to report an error, and under which terms the page stands.

use leptos::prelude::*;

use crate::content::{
    Content,
    error::Diagnostic,
    fact::{Kind, Source},
    markdown::{self, Notes},
};

/// The version of the page, from Cargo.toml.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The id of the essay among the sources.
pub(super) const ESSAY: &str = "essay";

/// The source that the page explains; absent only in broken content, which validation reports.
pub(crate) fn essay(content: &Content) -> Option<&Source> {
    content.sources.get(ESSAY)
}

/// Author, title, publisher, date and address of the essay, in a line.
pub(crate) fn essay_line(content: &Content) -> impl IntoView + use<> {
    essay(content).map(|source| {
        let author = source.author.as_ref().map(|a| format!("{a}, ")).unwrap_or_default();
        let date = source.date.as_deref().map(|d| format!(", {}", content.date_long(d))).unwrap_or_default();
        let before = format!("{author}“{}”, {}{date}. ", source.title, source.publisher);
        let address = source.url.clone().map(|url| view! { <a href=url.clone()>{url.clone()}</a> });
        view! { <p class="citation">{before}{address}</p> }
    })
}

/// The essay's title, linked, with publisher and date, as HTML for the midst of a sentence.
pub(crate) fn essay_in_text(content: &Content) -> String {
    let Some(source) = essay(content) else { return String::new() };
    let date = source.date.as_deref().map(|d| format!(", {}", content.date_long(d))).unwrap_or_default();
    let [title, publisher] = [&source.title, &source.publisher].map(|text| markdown::escape(text));
    let title = match &source.url {
        Some(url) => format!("<a href=\"{}\">“{title}”</a>", markdown::escape(url)),
        None => format!("“{title}”"),
    };
    format!("{title}, {publisher}{date}")
}

/// How to cite this page, in a line.
pub(crate) fn citation(content: &Content) -> String {
    let (edition, read_to) =
        content.config.as_ref().map(|c| (content.date_long(&c.edition_date), content.date_long(&c.data_date))).unwrap_or_default();
    content.label_with(
        "cite",
        &[
            ("authors", content.label("authors")),
            ("title", content.label("headline")),
            ("version", VERSION),
            ("edition", &edition),
            ("read_to", &read_to),
        ],
    )
}

/// The page's citation, and that the argument is the essay's, which is named above it.
pub(crate) fn cite(content: &Content) -> impl IntoView + use<> {
    let note = [content.label("cite_address"), content.label("cite_essay")].join(" ");
    view! {
        <div id="cite" class="text">
            <p class="citation">{citation(content)}</p>
            <p>{note}</p>
        </div>
    }
}

/// Where to report an error; nothing when the edition names no address.
pub(crate) fn corrections(content: &Content) -> Option<impl IntoView + use<>> {
    let address = content.config.as_ref().and_then(|c| c.corrections.clone());
    address.map(|address| {
        let href = if address.contains("://") { address.clone() } else { format!("mailto:{address}") };
        let before = content.label("corrections").to_owned();
        view! { <span>{before}" "<a href=href>{address}</a></span> }
    })
}

/// How many facts and sources there are, by kind, and the file that has them all; `to_root` leads from the document to the
/// site's root.
///
/// # Errors
/// The faults of the label's Markdown.
pub(crate) fn facts(content: &Content, to_root: &str) -> Result<AnyView, Diagnostic> {
    let [facts, sources] = [content.facts.len(), content.sources.len()].map(|count| count.to_string());
    let text = content.label_with("facts_file", &[("facts", &facts), ("sources", &sources), ("root", to_root)]);
    let html = prose(content, &text)?;
    let kinds: Vec<_> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let count = content.facts.values().filter(|f| f.kind == kind).count();
            let name = content.labels.as_ref().and_then(|l| l.kinds.get(&kind)).cloned().unwrap_or_default();
            let meaning = content.label(meaning_key(kind)).to_owned();
            view! { <li><strong>{name}</strong>{format!(" ({count}): {meaning}")}</li> }
        })
        .collect();
    Ok(view! { <div inner_html=html></div><ul class="list">{kinds}</ul> }.into_any())
}

/// The last lines of a page from which `to_root` leads to the article: data, terms, corrections, how to cite.
///
/// # Errors
/// The faults of the labels' Markdown.
pub(crate) fn footer(content: &Content, to_root: &str) -> Result<AnyView, Diagnostic> {
    let licence = prose(content, content.label("licence"))?;
    let corrections = corrections(content).map(|line| view! { <p>{line}</p> });
    let (cite, to_cite) = (content.label("cite_link").to_owned(), [to_root, "#cite"].concat());
    Ok(view! {
        <footer>
            <p>{citation(content)}" "<a href=to_cite>{cite}</a></p>
            {corrections}
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
pub(super) fn prose(content: &Content, text: &str) -> Result<String, Diagnostic> {
    markdown::render(text, content, &mut Notes::default()).map_err(|faults| Diagnostic::first("en/labels.json", "", faults))
}
