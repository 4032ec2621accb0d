//! The text on the drawing: what a state describes, and the number of the dead.

use super::{
    days::Days,
    layout::Layout,
    marks::{diamond, text},
    states::STATES,
    words::words,
};
use crate::{
    chart::wrap::wrap,
    content::{Content, error::Diagnostic},
};

/// The dead, in two lines.
///
/// # Errors
/// The same.
pub(super) fn dead(content: &Content) -> Result<[String; 2], Diagnostic> {
    Ok([words(content, "fourteen_dead")?, words(content, "fourteen_dead_by")?])
}

/// The dead under the ground, in as many lines as the layout has.
pub(super) fn dead_svg(layout: &Layout, dead: &[String; 2]) -> String {
    match layout.dead {
        [first, second] => text("now", "", *first, &dead[0]) + &text("now", "", *second, &dead[1]),
        lines => lines.iter().map(|at| text("now", "", *at, &dead.join(" "))).collect(),
    }
}

/// The text of a state, line by line.
///
/// # Errors
/// The words or the day that are missing.
pub(super) fn svg(content: &Content, layout: &Layout, days: &Days<'_>, state: usize) -> Result<String, Diagnostic> {
    let state_told = &STATES[state];
    let ((mut left, mut down), mut columns) = layout.notes;
    let mut out = String::new();
    if state_told.has_heading && !state_told.notes.is_empty() {
        out += &text("now", "", (left, down), &days.day(state_told.days.0)?);
        left += layout.beside.0;
        columns -= layout.beside.1;
    }
    for note in state_told.notes {
        let mut words = words(content, note.key)?;
        if let Some(day) = note.day {
            words = words.replace("{day}", &days.day(day)?);
        }
        out += &diamond(note.is_claim, (left + 5.0, down - 5.0));
        for words in wrap(&words, columns) {
            out += &text("note", "", (left + 17.0, down), &words);
            down += layout.line;
        }
    }
    Ok(out)
}
