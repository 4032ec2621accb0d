//! The states that have names, for addresses that can be pasted.

use super::{
    data,
    state::{VALUES, choice},
};
use crate::{
    content::Content,
    figures::states::{NamedState, States},
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States { full_query: |_, query| Ok(choice().full_query(query)), named, heights: &[] };

fn named(content: &Content) -> Result<Vec<NamedState>, String> {
    let (words, numbers) = data::numbers(content)?;
    Ok(NamedState::of_choice(&choice(), &data::chart(content, &words, &numbers, &VALUES)?.sentences))
}
