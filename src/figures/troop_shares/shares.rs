//! The figure's state as signals, and the one way to change it.

use leptos::prelude::*;

use super::{
    data::ShareData,
    state::{KEYS, State},
};
use crate::app::{address::Entry, figure::Figure};

/// A reader's guess at the remainder's share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// How far it has come.
    pub stage: Stage,
    /// In percent.
    pub percent: u32,
}

/// How far a guess has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It is offered.
    Offered,
    /// The reader is about to make it, and the answer is covered.
    Asked,
    /// It is made.
    Made,
}

impl Guess {
    /// Where the field stands at first, which means nothing.
    pub const OFFERED: Self = Self { stage: Stage::Offered, percent: 50 };
}

/// What the figure's components share.
#[derive(Clone, Copy)]
pub struct Shares {
    /// The figure in its page.
    pub figure: Figure,
    /// What the figure shows; it lasts as long as the page.
    pub data: &'static ShareData,
    /// What the reader has chosen.
    pub state: RwSignal<State>,
    /// Changes when more than the total has changed: a drag changes the total alone, many times a second.
    pub choices: Trigger,
    /// The reader's guess.
    pub guess: RwSignal<Guess>,
}

impl Shares {
    /// The figure with `data` in `state`. The data are never freed: they last as long as the page does, and every closure
    /// can hold them.
    pub fn new(figure: Figure, data: ShareData, state: State) -> Self {
        Self {
            figure,
            data: Box::leak(Box::new(data)),
            state: RwSignal::new(state),
            choices: Trigger::new(),
            guess: RwSignal::new(Guess::OFFERED),
        }
    }

    /// Takes what the reader chose.
    pub fn choose(self, change: impl FnOnce(&mut State), entry: Entry) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        let state = state.clamped(&self.data.deployment);
        self.figure.enter(&state.to_query(&self.data.deployment), &KEYS, entry);
        self.turn_to(state);
    }

    /// Shows a state, and announces what it means if it is another than before.
    pub fn turn_to(self, state: State) {
        let has_choices = self.state.with_untracked(|now| now.unit != state.unit || now.counts != state.counts);
        if self.figure.show_state(&state.to_query(&self.data.deployment)) {
            self.figure.announce(self.data.sentence(&state));
        }
        // Also where it is the same: a field may hold what could not be taken.
        self.state.set(state);
        if has_choices {
            self.choices.notify();
        }
    }

    /// The lowest total that can be chosen, in soldiers.
    pub fn floor(self) -> u32 {
        self.state.with_untracked(|state| self.data.deployment.published_sum(&state.counts))
    }
}
