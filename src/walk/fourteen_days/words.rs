//! Words of labels as a drawing shows them.

use crate::content::{
    Content,
    error::Diagnostic,
    inline,
    markdown::{self, Notes},
};

/// The words of a label with its references written in.
///
/// # Errors
/// The reference that cannot be resolved.
pub(super) fn words(content: &Content, key: &str) -> Result<String, Diagnostic> {
    let html = inline::html(content, &mut Notes::default(), content.label(key)).map_err(|fault| fault.within("en/labels.json").at(key))?;
    Ok(markdown::plain(&html))
}
