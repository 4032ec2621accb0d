//! Text of a scene outside its cards: each paragraph or list with its own mark.

use leptos::prelude::*;

use super::cites::{self, Cited};
use crate::content::{Content, citation::Citations, cited, error::Diagnostic, markdown::Notes};

/// The blocks of `markdown`.
///
/// # Errors
/// The references that cannot be resolved.
pub fn view(content: &Content, notes: &mut Notes, markdown: &str, cited: Cited<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let blocks = cited::render(markdown, content, notes).map_err(|faults| Diagnostic::all("", "", faults))?;
    let blocks: Vec<_> = blocks.into_iter().map(|block| block_view(content, &block, cited)).collect();
    Ok(blocks.into_any())
}

/// The blocks of `markdown` without their marks: what they cite is joined to `citations`.
///
/// # Errors
/// The same.
pub(super) fn unmarked(
    content: &Content,
    notes: &mut Notes,
    markdown: &str,
    citations: &mut Citations,
) -> Result<AnyView, Vec<Diagnostic>> {
    let html = cited::joined(markdown, content, notes, citations).map_err(|faults| Diagnostic::all("", "", faults))?;
    Ok(view! { <div inner_html=html></div> }.into_any())
}

fn block_view(content: &Content, block: &cited::Cited, cited: Cited<'_>) -> AnyView {
    let mark = cites::view(content, &block.citations, cited);
    view! { <div class="cited text"><div inner_html=block.html.clone()></div>{mark}</div> }.into_any()
}
