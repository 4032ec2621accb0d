//! Short texts of the content that may hold references, as HTML and as plain text.

use super::{
    Content,
    error::Diagnostic,
    markdown::{self, Notes},
};

/// The HTML of `text`; facts that it cites become notes.
///
/// # Errors
/// The first reference that cannot be resolved.
pub(crate) fn html(content: &Content, notes: &mut Notes, text: &str) -> Result<String, Diagnostic> {
    let mut faults = Vec::new();
    let html = markdown::inline(text, content, notes, &mut faults);
    faults.into_iter().next().map_or(Ok(html), |fault| Err(fault.into()))
}

/// The words of `text` with the values of its references written in and without marks of notes, as plain text.
pub fn plain(content: &Content, text: &str) -> String {
    // Faults of the references are reported where the text itself is rendered.
    markdown::plain(&markdown::inline(text, content, &mut Notes::default(), &mut Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_references_is_escaped() {
        let mut notes = Notes::default();
        assert_eq!(html(&Content::default(), &mut notes, "law & order"), Ok("law &amp; order".into()));
        assert!(html(&Content::default(), &mut notes, "[[none]]").is_err_and(|fault| fault.problem.contains("`none`")));
    }
}
