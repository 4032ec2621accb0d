//! What the ledger of a scene shows in each of its states.

/// The ledger of a scene.
#[derive(Debug)]
pub(in crate::walk) struct Record {
    /// The rows that stand there from the first state on, untold.
    pub before: &'static [&'static str],
    /// Its states, each with the rows of those before it.
    pub states: &'static [State],
    /// Whether the maps are drawn in its first state; elsewhere they are used again.
    pub has_map: bool,
}

/// A state.
#[derive(Debug)]
pub(in crate::walk) struct State {
    /// Its name in the scene's text.
    pub name: &'static str,
    /// The rows of the ledger that its card describes.
    pub told: &'static [&'static str],
    /// Rows without a card, which come in with them.
    pub along: &'static [&'static str],
    /// Which texts of the rows are shown.
    pub tells: Tells,
}

/// What a state says about its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::walk) enum Tells {
    /// Who was asked for what.
    Asked,
    /// That, what came, and why no soldiers did.
    Came,
    /// What followed later: rows, each with the fact that says so and when.
    Later(&'static [(&'static str, &'static str)]),
}

impl State {
    /// Whether its card describes a row.
    pub(super) fn is_told(&self, id: &str) -> bool {
        self.told.contains(&id)
    }
}

impl Record {
    /// The ids of all rows in a state.
    pub(in crate::walk) fn rows(&self, state: usize) -> impl Iterator<Item = &'static str> {
        let new = self.states.iter().take(state + 1).flat_map(|state| state.told.iter().chain(state.along));
        self.before.iter().chain(new).copied()
    }
}

/// The names of `states`, which are `N`.
pub(in crate::walk) const fn names<const N: usize>(states: &[State]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut n = 0;
    while n < N {
        names[n] = states[n].name;
        n += 1;
    }
    names
}
