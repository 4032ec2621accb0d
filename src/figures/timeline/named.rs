//! The states that have names, for addresses that can be pasted.

use super::{ID, days, state::State, view};
use crate::{
    content::{Content, error::Diagnostic, statement::capitalised},
    figures::{
        frame,
        states::{NamedState, Of, States},
    },
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States {
    of: Of::Own { full_query: |_, query| Ok(State::parse(query).0.to_query()), named },
    heights: &[("protest", 613), ("violence", 586), ("government", 785), ("alliance", 980), ("claim", 586)],
};

fn named(content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
    let words = view::filter_words(content, &frame::words(content, ID)?);
    let events = days::listed(content);
    let state = |((name, state), label): ((&str, State), &String)| {
        let sentence = [&capitalised(label), ": ", &words.count_of(&events, state)].concat();
        NamedState::new(name, state.to_query(), &sentence)
    };
    Ok(State::named().into_iter().zip(&words.labels).map(state).collect())
}
