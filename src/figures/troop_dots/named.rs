//! The states that have names, for addresses that can be pasted.

use super::{entries::dots_content, state::Step, steps::StepText, view};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::states::{NamedState, Of, States},
};

/// What the build asks of the figure's states.
pub(super) const STATES: States =
    States { of: Of::Own { full_query: |_, query| Ok(Step::parse(query).0.to_query()), named }, heights: &[] };

fn named(content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
    let texts = view::step_texts(content, &dots_content(content)?.words, &mut Notes::default())?;
    let state = |((name, step), text): ((&str, Step), &StepText)| {
        let html = [&text.title, ". ", &text.html].concat();
        NamedState::new(name, step.to_query(), &html)
    };
    Ok(Step::named().into_iter().zip(&texts).map(state).collect())
}
