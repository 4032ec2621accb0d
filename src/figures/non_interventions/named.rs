//! The states that have names, for addresses that can be pasted.

use super::{ID, state::choice, view};
use crate::{
    content::Content,
    figures::{
        frame,
        states::{NamedState, States},
    },
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States {
    full_query: |_, query| Ok(choice().full_query(query)),
    named,
    heights: &[("yes", 1960), ("soldiers", 1570), ("help", 1105), ("no", 2550)],
};

fn named(content: &Content) -> Result<Vec<NamedState>, String> {
    Ok(NamedState::of_choice(&choice(), &view::sentences(content, &frame::words(content, ID)?)))
}
