//! The last scene, which has no stage: our answer, what the essay expected and what followed, and the reader's guess again.

use leptos::prelude::*;

use super::{
    anchors,
    cites::Cited,
    cover, expectations, ids, prose,
    scene::{Builders, blocks},
};
use crate::content::{
    Content,
    error::Diagnostic,
    ledger::{self, Group},
    markdown::Notes,
    scene::{Block, Scene},
};

/// The id of the scene.
pub const ID: &str = "the-answer";

/// The scene.
///
/// # Errors
/// What its texts refer to in vain, and what its parts lack, each with its file.
pub fn view(content: &Content, notes: &mut Notes, scene: &Scene, builders: &Builders<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let faults = |faults: Vec<Diagnostic>| faults.into_iter().map(|fault| fault.within(&scene.file)).collect::<Vec<_>>();
    let lead = prose::view(content, notes, &scene.lead, builders.cited).map_err(faults)?;
    let mut views = Vec::new();
    for block in &scene.blocks {
        views.push(block_view(content, notes, block, builders).map_err(faults)?);
    }
    let title = ids::title(scene);
    let labelled_by = title.clone();
    Ok(view! {
        <section class="scene answer" id=scene.id.clone() aria-labelledby=labelled_by>
            {anchors::view(&scene.also, builders.is_taken)}
            <header><h2 id=title>{scene.title.clone()}</h2></header>
            <div class="scene-after">{lead}{views}</div>
        </section>
    }
    .into_any())
}

fn block_view(content: &Content, notes: &mut Notes, block: &Block, builders: &Builders<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    match block {
        Block::Part(name, _) if name == "expectations" => expectations::view(content, notes, builders.cited),
        Block::Named { name, blocks, .. } if name == "count" => {
            let (asked, came) = ledger::tally(&content.ledger, Group::Soldiers);
            let fill = |text: &str| text.replace("{soldiers}", &content.small_number(asked)).replace("{came}", &content.small_number(came));
            Ok(display("count", content, notes, blocks, builders.cited, fill)?)
        }
        Block::Named { name, blocks, .. } if name == "last" => display("last", content, notes, blocks, builders.cited, str::to_owned),
        Block::Named { name, blocks, .. } if name == "guess" => {
            let text = blocks.iter().find_map(Block::prose).unwrap_or_default();
            cover::guess_again(content, text, builders.cited)
        }
        other => Ok(self::blocks(content, notes, std::slice::from_ref(other), builders)?.into_any()),
    }
}

/// A sentence in display type; the values in its text are filled in first.
fn display(
    class: &'static str,
    content: &Content,
    notes: &mut Notes,
    blocks: &[Block],
    cited: Cited<'_>,
    fill: impl Fn(&str) -> String,
) -> Result<AnyView, Vec<Diagnostic>> {
    let mut views = Vec::new();
    for text in blocks.iter().filter_map(Block::prose) {
        views.push(prose::view(content, notes, &fill(text), cited)?);
    }
    Ok(view! { <div class=["answer-", class].concat()>{views}</div> }.into_any())
}
