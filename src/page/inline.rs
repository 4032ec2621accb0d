//! Short texts of the content that may hold references, as HTML.

use crate::content::{
    book::Book,
    markdown::{self, Notes},
};

/// The HTML of `text`; facts that it cites become notes.
///
/// # Errors
/// The first reference that cannot be resolved.
pub fn html(book: &Book, notes: &mut Notes, text: &str) -> Result<String, String> {
    let mut faults = Vec::new();
    let html = markdown::inline(text, book, notes, &mut faults);
    faults.into_iter().next().map_or(Ok(html), Err)
}
