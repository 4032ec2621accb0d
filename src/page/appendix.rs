//! What follows the article in a file that stands alone: the figures that have pages of their own on the site.

use leptos::prelude::*;

use crate::{
    content::{
        Content,
        markdown::Notes,
        scene::{Block, Scene},
    },
    figures::registry,
};

/// The id of the section.
pub(crate) const ID: &str = "figures";

/// The id of its heading.
const TITLE: &str = "figures-title";

/// Every figure that no scene shows, in the order of the list; the facts that they cite become notes of the file.
///
/// # Errors
/// What a figure lacks.
pub(crate) fn figures(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    notes.enter(ID);
    let elsewhere = elsewhere(content);
    let mut views = Vec::new();
    for figure in registry::ALL.iter().filter(|figure| elsewhere.contains(&figure.id)) {
        views.push((figure.built.view)(content, notes)?);
    }
    let title = content.label("figures_title").to_owned();
    Ok(view! { <section id=ID aria-labelledby=TITLE><h2 id=TITLE>{title}</h2>{views}</section> }.into_any())
}

/// The ids of the figures that have pages of their own alone.
pub(crate) fn elsewhere(content: &Content) -> Vec<&'static str> {
    let on_page = shown(content);
    registry::ALL.iter().map(|figure| figure.id).filter(|id| !on_page.contains(id)).collect()
}

/// The ids of the figures that scenes show.
pub(crate) fn shown(content: &Content) -> Vec<&str> {
    let mut ids = Vec::new();
    content.scenes.iter().for_each(|scene: &Scene| within(&scene.blocks, &mut ids));
    ids
}

fn within<'a>(blocks: &'a [Block], ids: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Part(name, id) if name == "figure" => ids.push(id),
            Block::Named { blocks, .. } => within(blocks, ids),
            Block::Part(..) | Block::Prose(_) => {}
        }
    }
}
