//! The card of a step: its heading, its text, and one mark for all that it cites.

use leptos::prelude::*;

use super::{
    cites::{self, Cited},
    prose,
};
use crate::content::{
    Content,
    citation::Citations,
    error::Diagnostic,
    markdown::Notes,
    scene::{Block, Step},
};

/// The card with the fragment `id`.
///
/// # Errors
/// The references that cannot be resolved.
pub fn view(content: &Content, notes: &mut Notes, id: String, step: &Step, cited: Cited<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let mut citations = Citations::default();
    let mut body = Vec::new();
    for block in &step.blocks {
        match block {
            Block::Prose(text) => body.push(prose::unmarked(content, notes, text, &mut citations)?),
            Block::Named { blocks, .. } => {
                let mut hers = Vec::new();
                for block in blocks {
                    if let Block::Prose(text) = block {
                        hers.push(prose::unmarked(content, notes, text, &mut citations)?);
                    }
                }
                let label = content.label("essay_label").to_owned();
                body.push(view! { <div class="hers"><p class="hers-label">{label}</p>{hers}</div> }.into_any());
            }
            // The parser refuses built parts on cards.
            Block::Part(..) => {}
        }
    }
    let mark = cites::view(content, &citations, cited);
    Ok(view! { <div class="card text" id=id><h3>{step.heading.clone()}</h3>{body}{mark}</div> }.into_any())
}
