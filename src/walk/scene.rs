//! A scene as built: heading and lead, then the steps with their stills and the stage, then folds and the close.

use leptos::prelude::*;

use super::{
    anchors, card,
    cites::{self, Cited},
    ids, prose, stage, still,
    still::Still,
};
use crate::content::{
    Content,
    citation::Citations,
    error::Diagnostic,
    markdown::Notes,
    scene::{Block, Scene, Step},
};
use crate::ui::medium::Medium;

/// What a scene asks of the page around it.
pub struct Builders<'a> {
    /// Whether an id belongs to something else in the document, so that no older fragment may have it.
    pub is_taken: &'a dyn Fn(&str) -> bool,
    /// The still picture of a step: the state of its stage.
    pub still: &'a dyn Fn(&Step, &mut Notes) -> Result<Still, Diagnostic>,
    /// The built part of a name and an argument, such as `figure` and its id.
    pub part: &'a dyn Fn(&mut Notes, &str, &str) -> Result<AnyView, Diagnostic>,
    /// How marks tell of a fact's sources.
    pub cited: Cited<'a>,
}

/// The scene.
///
/// # Errors
/// What its texts refer to in vain, and what its stage or its parts lack, each with its file.
pub fn view(content: &Content, notes: &mut Notes, scene: &Scene, builders: &Builders<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let faults = |faults: Vec<Diagnostic>| faults.into_iter().map(|fault| fault.within(&scene.file)).collect::<Vec<_>>();
    let mut steps = Vec::new();
    for (n, step) in scene.steps.iter().enumerate() {
        let card = card::view(content, notes, scene.step_id(n), step, builders.cited).map_err(faults)?;
        let picture = (builders.still)(step, notes).map_err(|message| faults(vec![message]))?;
        let also = anchors::view(&step.also, builders.is_taken);
        steps.push(view! { <li>{also}{card}{still::view(content, picture)}</li> });
    }
    let lead = prose::view(content, notes, &scene.lead, builders.cited).map_err(faults)?;
    let after = blocks(content, notes, &scene.blocks, builders).map_err(faults)?;
    let title = ids::title(scene);
    let labelled_by = title.clone();
    let has_stage = !steps.is_empty() && Medium::current().is_interactive();
    let stage = has_stage.then(|| stage::view(content, scene, builders.cited)).transpose().map_err(|message| faults(vec![message]))?;
    let walk = (!steps.is_empty()).then(|| {
        // Safari exposes a list without markers as no list, unless it has this role.
        view! { <div class="walk" data-step="1"><ol class="walk-steps" role="list">{steps}</ol>{stage}</div> }
    });
    Ok(view! {
        <section class="scene" id=scene.id.clone() aria-labelledby=labelled_by>
            {anchors::view(&scene.also, builders.is_taken)}
            <header><h2 id=title>{scene.title.clone()}</h2>{lead}</header>
            {walk}
            <div class="scene-after" id=ids::after(scene)>{after}</div>
        </section>
    }
    .into_any())
}

/// Paragraphs, folds, the close and built parts.
///
/// # Errors
/// What they refer to in vain, or lack.
pub(super) fn blocks(
    content: &Content,
    notes: &mut Notes,
    blocks: &[Block],
    builders: &Builders<'_>,
) -> Result<Vec<AnyView>, Vec<Diagnostic>> {
    let mut views = Vec::new();
    for block in blocks {
        let view = match block {
            Block::Prose(text) => prose::view(content, notes, text, builders.cited)?,
            Block::Part(name, argument) => (builders.part)(notes, name, argument)?,
            Block::Named { name, title, blocks: inner } if name == "fold" => fold(content, notes, title, inner, builders)?,
            Block::Named { name, blocks: inner, .. } => {
                let inner = self::blocks(content, notes, inner, builders)?;
                // Not the bare name: other parts of the page have classes such as `close`.
                view! { <div class=["scene-", name, " text"].concat()>{inner}</div> }.into_any()
            }
        };
        views.push(view);
    }
    Ok(views)
}

/// What is folded away, with one mark for all of it.
fn fold(content: &Content, notes: &mut Notes, title: &str, inner: &[Block], builders: &Builders<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let mut citations = Citations::default();
    let mut views = Vec::new();
    for block in inner {
        views.push(match block {
            Block::Prose(text) => prose::unmarked(content, notes, text, &mut citations)?,
            other => blocks(content, notes, std::slice::from_ref(other), builders)?.into_any(),
        });
    }
    let mark = cites::view(content, &citations, builders.cited);
    let title = title.to_owned();
    Ok(view! { <details class="fold"><summary>{title}</summary><div class="cited text">{views}{mark}</div></details> }.into_any())
}
