//! The frame of the pages beside the article: the way back to it, the other such pages, and the last lines.

use leptos::prelude::*;

use super::imprint;
use crate::{
    content::{Content, error::Diagnostic},
    ui::paths,
};

/// The pages by their folder below the site's root, with the key of the name under which others lead to them.
const PAGES: [(&str, &str); 4] = [
    (paths::LEDGER, "reference_ledger"),
    (paths::TREATY, "reference_treaty"),
    (paths::FIGURES, "reference_figures"),
    (paths::SOURCES, "reference_sources"),
];

/// Where such a page stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// Its folder below the site's root.
    pub path: &'a str,
    /// From there to the root, such as `../`.
    pub to_root: &'a str,
    /// The id of the place in the article that tells of the same; empty for the top of the article.
    pub in_article: &'a str,
}

/// The view that stands in the `<body>` of the page at `place`, whose own part is `main`.
///
/// # Errors
/// The faults of the labels' Markdown.
pub(crate) fn view(content: &Content, place: Place<'_>, main: AnyView) -> Result<AnyView, Diagnostic> {
    let fragment = if place.in_article.is_empty() { String::new() } else { ["#", place.in_article].concat() };
    let back = [place.to_root, &fragment].concat();
    Ok(view! {
        <header class="top reference-top">
            <a class="way-back" href=back>{content.label("headline").to_owned()}</a>
            {links(content, place.to_root, place.path)}
        </header>
        {main}
        {imprint::footer(content, place.to_root)?}
    }
    .into_any())
}

/// The list of the pages; `to_root` leads from the document to the site's root, `current` is the document's own folder.
pub(crate) fn links(content: &Content, to_root: &str, current: &str) -> impl IntoView + use<> {
    let items: Vec<_> = PAGES
        .into_iter()
        .map(|(path, name)| {
            let (href, name) = ([to_root, path].concat(), content.label(name).to_owned());
            let current = (path == current).then_some("page");
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect();
    let label = content.label("reference").to_owned();
    view! { <nav class="reference-links" aria-label=label><ul>{items}</ul></nav> }
}
