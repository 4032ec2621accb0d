//! The states that have names, for addresses that can be pasted.

use super::{
    state::{NamedSet, State},
    view,
};
use crate::{
    content::{Content, error::Diagnostic},
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

fn deployment(content: &Content) -> Result<Deployment, Diagnostic> {
    content
        .shares()
        .ok_or_else(|| Diagnostic::new("data/deployment.json", "", ("does not give the shares that states are named by", "mend it first")))
}

fn named(content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
    let data = view::data(content).ok_or_else(view::lacks)?;
    let state = |NamedSet { name, state, shorter }: NamedSet| {
        let query = state.to_query(&data.deployment);
        NamedState { shorter, ..NamedState::new(name, query, &data.sentence(&state)) }
    };
    Ok(State::named(&data.deployment).into_iter().map(state).collect())
}
