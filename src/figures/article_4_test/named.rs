//! The states that have names, for addresses that can be pasted.

use super::{answering::CaseText, cases, state::State, view};
use crate::{
    content::{Content, error::Diagnostic},
    figures::states::{NamedState, Of, States},
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States {
    of: Of::Own {
        full_query: |content, query| {
            let (data, _) = cases::data(content)?;
            Ok(State::parse(query, &data).0.to_query(&data))
        },
        named,
    },
    heights: &[("karabakh-2020", 1610), ("armenia-2021-november", 1530), ("armenia-2022", 1660), ("kyrgyz-tajik-2022", 1650)],
};

fn named(content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
    let (data, rows) = cases::data(content)?;
    let path = view::path(content, &data, &rows)?;
    let state = |((name, state), text): ((String, State), &CaseText)| {
        let sentence = [&text.name, ". ", &data.law(&state), " ", data.will(&state)].concat();
        NamedState { shorter: vec![State::query_of_case(&name)], ..NamedState::new(name, state.to_query(&data), &sentence) }
    };
    Ok(State::named(&data).into_iter().zip(&path.texts).map(state).collect())
}
