//! Text of a scene outside its cards: each paragraph or list with its own mark.

use leptos::prelude::*;

use super::cites::{self, Cited};
use crate::content::{Content, citation, markdown::Notes};

/// The blocks of `markdown`.
///
/// # Errors
/// The references that cannot be resolved.
pub fn view(content: &Content, notes: &mut Notes, markdown: &str, cited: Cited<'_>) -> Result<AnyView, Vec<String>> {
    let blocks = citation::render(markdown, content, notes)?;
    let blocks: Vec<_> = blocks.into_iter().map(|block| block_view(content, &block, cited)).collect();
    Ok(blocks.into_any())
}

fn block_view(content: &Content, block: &citation::Cited, cited: Cited<'_>) -> AnyView {
    let mark = cites::view(content, &block.citations, cited);
    view! { <div class="cited"><div inner_html=block.html.clone()></div>{mark}</div> }.into_any()
}
