//! What follows the article in a file that stands alone: the figures that have pages of their own on the site.

use leptos::prelude::*;

use crate::{
    content::{Content, error::Diagnostic, markdown::Notes, scene::Block},
    figures::{figure::Figure, registry, treaty::comparison},
};

/// The id of the section.
pub(crate) const ID: &str = "figures";

/// The id of its heading.
const TITLE: &str = "figures-title";

/// Every figure that no scene shows, in the order of the list; the facts that they cite become notes of the file.
///
/// # Errors
/// What a figure lacks.
pub(crate) fn figures(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    notes.enter(ID);
    let mut views = Vec::new();
    for figure in elsewhere(content) {
        views.push((figure.built.view)(content, notes)?);
    }
    let title = content.label("figures_title").to_owned();
    Ok(view! { <section id=ID aria-labelledby=TITLE><h2 id=TITLE>{title}</h2>{views}</section> }.into_any())
}

/// The figures that have pages of their own alone.
pub(crate) fn elsewhere(content: &Content) -> impl Iterator<Item = &'static Figure> + use<'_> {
    let on_page = shown(content);
    registry::ALL.iter().filter(move |figure| !on_page.contains(&figure.id))
}

/// The fragments that belong to figures, and to parts of them, where all figures stand in the document.
pub(crate) fn ids(content: &Content) -> Vec<&str> {
    let articles = content.articles.iter().map(|article| article.id.as_str());
    registry::ALL.iter().map(|figure| figure.id).chain(articles).chain([comparison::ID]).collect()
}

/// The ids of the figures that scenes show.
pub(crate) fn shown(content: &Content) -> Vec<&str> {
    content.scenes.iter().flat_map(|scene| &scene.blocks).flat_map(Block::figures).collect()
}
