//! Words of labels as a drawing shows them.

use crate::content::{
    Content, inline,
    markdown::{self, Notes},
};

/// The words of a label with its references written in.
///
/// # Errors
/// The reference that cannot be resolved.
pub(super) fn words(content: &Content, key: &str) -> Result<String, String> {
    let html =
        inline::html(content, &mut Notes::default(), content.label(key)).map_err(|fault| format!("en/labels.json: {key} {fault}"))?;
    Ok(markdown::plain(&html))
}
