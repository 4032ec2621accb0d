//! The words of a mark, beside it.

use web_sys::HtmlElement;

use crate::chart::mark::Mark;

/// Shows the words of `mark` in `tooltip`, under the mark and inside the drawing's width; hides it where there is no mark.
///
/// Text, visibility and place are set at once, because the place follows from the width that the text takes once it is shown.
pub(crate) fn show(tooltip: &HtmlElement, mark: Option<&Mark>) {
    tooltip.set_hidden(mark.is_none());
    let Some(mark) = mark else { return };
    tooltip.set_text_content(Some(&mark.label));
    let room = tooltip.offset_parent().map_or(0.0, |parent| f64::from(parent.client_width()));
    let own = f64::from(tooltip.offset_width());
    let left = (mark.x + mark.width / 2.0 - own / 2.0).clamp(0.0, (room - own).max(0.0));
    let _ = tooltip.style().set_property("left", &px(left));
    let _ = tooltip.style().set_property("top", &px(mark.y + mark.height + 4.0));
}

/// Whole pixels as CSS writes them, so that no float needs formatting.
pub(crate) fn px(px: f64) -> String {
    // A place inside a drawing, a few thousand pixels at most.
    #[allow(clippy::cast_possible_truncation)]
    let whole = px.round() as i32;
    [&*whole.to_string(), "px"].concat()
}
