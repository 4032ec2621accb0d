//! The states that have names, for addresses that can be pasted.

use super::{data::Overlaps, state};
use crate::{
    content::{Content, error::Diagnostic},
    figures::states::{NamedState, Of, States},
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States {
    of: Of::Own { full_query: |content, query| Ok(state::choice(Overlaps::of(content)?.memberships).full_query(query)), named },
    heights: &[("2009", 939)],
};

fn named(content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
    let data = Overlaps::of(content)?;
    let sentences: Vec<String> = data.moments().into_iter().map(|moment| moment.sentence).collect();
    Ok(NamedState::of_choice(&state::choice(data.memberships), &sentences))
}
