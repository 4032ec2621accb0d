//! The states that have names, for addresses that can be pasted.

use super::{
    data,
    state::{VALUES, choice},
};
use crate::{
    content::{Content, error::Diagnostic},
    figures::states::States,
};

/// What the build asks of the figure's states.
pub(super) const STATES: States = States::of_choice(choice, sentences);

fn sentences(content: &Content) -> Result<Vec<String>, Diagnostic> {
    let (words, numbers) = data::numbers(content)?;
    Ok(data::chart(content, &words, &numbers, &VALUES)?.sentences)
}
