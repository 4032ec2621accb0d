//! The numbers of the game, all from the data.

use crate::{
    content::{Content, error::Diagnostic},
    figures::troop_shares::{state::State, view},
    model::shares::share_of,
    text::words::rounded,
};

/// What the game is made of, shares in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GameData {
    /// Soldiers in all, each a dot.
    pub(super) total: u32,
    /// Lowest and highest share of Russia over all combinations of published numbers, and the highest of any set of numbers.
    pub(super) zones: [u32; 3],
    /// Russia's share by the essay's own numbers.
    pub(super) essay: u32,
}

impl GameData {
    /// Those of `content`.
    ///
    /// # Errors
    /// What the content lacks.
    pub(super) fn of(content: &Content) -> Result<Self, Diagnostic> {
        let shares =
            view::data(content).ok_or_else(|| Diagnostic::unplaced("the cover lacks a number of its field", "see data/deployment.json"))?;
        let state = State::default_of(&shares.deployment);
        if !state.total.is_multiple_of(100) {
            return Err(Diagnostic::new(
                "data/deployment.json",
                "",
                (format!("{} soldiers are no field in which a column is one percent", state.total), "draw another"),
            ));
        }
        let russia = shares.deployment.remainder(state.total, &state.counts);
        Ok(Self { total: state.total, zones: shares.line.zones, essay: rounded(share_of(russia, state.total)) })
    }
}

/// How many soldiers the field shows.
///
/// # Errors
/// What the content lacks.
pub(crate) fn soldiers(content: &Content) -> Result<u32, Diagnostic> {
    GameData::of(content).map(|data| data.total)
}

/// Where the game's words stand over its field, as custom properties for the style sheet.
///
/// # Errors
/// What the content lacks.
pub fn style(content: &Content) -> Result<String, Diagnostic> {
    let GameData { zones: [low, high, _], essay, .. } = GameData::of(content)?;
    Ok(format!(".game{{--low:{low}%;--high:{high}%;--essay:{essay}%}}"))
}
