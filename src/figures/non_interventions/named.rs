//! The states that have names, for addresses that can be pasted.

use super::{ID, state::choice, view};
use crate::{
    content::{Content, error::Diagnostic},
    figures::{frame, states::States},
};

/// What the build asks of the figure's states.
pub(super) const STATES: States =
    States { heights: &[("yes", 1960), ("soldiers", 1570), ("help", 1105), ("no", 2550)], ..States::of_choice(choice, sentences) };

fn sentences(content: &Content) -> Result<Vec<String>, Diagnostic> {
    Ok(view::sentences(content, &frame::words(content, ID)?))
}
