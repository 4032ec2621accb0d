//! The finding that stands over a still.

use crate::content::{Content, error::Diagnostic, inline, scene::Step};

/// The title of the stage of `step`.
///
/// # Errors
/// When the step has none.
pub(super) fn of(content: &Content, step: &Step) -> Result<String, Diagnostic> {
    filled(content, step, &step.title)
}

/// The same where the scene has filled places of its own in the `title`.
///
/// # Errors
/// The same.
pub(super) fn filled(content: &Content, step: &Step, title: &str) -> Result<String, Diagnostic> {
    let title = inline::plain(content, title);
    if title.is_empty() {
        return Err(Diagnostic::unplaced(
            format!("has no title for the stage of “{}”", step.heading),
            "add a line `title:` after `stage:`",
        ));
    }
    Ok(title)
}
