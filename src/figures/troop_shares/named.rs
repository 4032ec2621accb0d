//! The states that have names, for addresses that can be pasted.

use super::{
    state::{NamedSet, State},
    view,
};
use crate::{
    content::Content,
    figures::states::{NamedState, Of, States},
    model::shares::Deployment,
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States {
    of: Of::Own {
        full_query: |content, query| {
            let deployment = deployment(content)?;
            Ok(State::parse(query, &deployment).0.to_query(&deployment))
        },
        named,
    },
    heights: &[],
};

fn deployment(content: &Content) -> Result<Deployment, String> {
    content.shares().ok_or_else(|| "asks for shares, which data/deployment.json does not give; mend it first".to_owned())
}

fn named(content: &Content) -> Result<Vec<NamedState>, String> {
    let data = view::data(content).ok_or(view::LACKS)?;
    let state = |NamedSet { name, state, shorter }: NamedSet| {
        let query = state.to_query(&data.deployment);
        NamedState { shorter, ..NamedState::new(name, query, &data.sentence(&state)) }
    };
    Ok(State::named(&data.deployment).into_iter().map(state).collect())
}
