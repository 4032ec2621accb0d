//! The reader's answers as signals, and the one way to change them.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    data::TestData,
    state::{KEYS, State},
};
use crate::app::{address::Entry, figure::Figure};

/// The texts about a case that are shown beside its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseText {
    /// Its title and its day.
    pub name: String,
    /// What came, and how that was explained.
    pub told: [String; 2],
}

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The cases with their answers, and the words.
    pub data: TestData,
    /// The texts of the cases, in the order of the cases of the data.
    pub texts: Vec<CaseText>,
    /// The heading of each part of [`CaseText::told`].
    pub told_heads: [String; 2],
}

/// What the figure's components share.
#[derive(Clone, Copy)]
pub struct Answering {
    figure: Figure,
    /// What the figure shows; it lasts as long as the page.
    pub path: &'static Path,
    /// What the reader has chosen.
    pub state: RwSignal<State>,
}

impl Answering {
    /// The figure with `path`, as the sources answer its first case. The path is never freed: it lasts as long as the page does.
    pub fn new(figure: Figure, path: Path) -> Self {
        let path: &'static Path = Box::leak(Box::new(path));
        Self { figure, path, state: RwSignal::new(State::default_of(&path.data)) }
    }

    /// Takes what the reader chose.
    pub fn choose(self, state: State) {
        self.figure.enter(&state.to_query(&self.path.data), &KEYS, Entry::Push);
        self.turn_to(state);
    }

    /// Shows a state, and announces its outcome if it is another than before.
    fn turn_to(self, state: State) {
        let data = &self.path.data;
        if self.figure.show_state(&state.to_query(data)) {
            self.state.set(state);
            self.figure.announce([&data.law(&state), " ", data.will(&state)].concat());
        }
    }

    /// Takes over the answers of the address, and follows Back and links.
    pub fn follow(self) {
        let parsed = move |query: &str| State::parse(query, &self.path.data);
        // What the address asks for is not announced: the reader is elsewhere.
        let (state, is_understood) = parsed(&self.figure.page.address.query());
        self.figure.is_refused.set(!is_understood);
        self.state.set(state);
        self.figure.show_state(&state.to_query(&self.path.data));
        self.figure.follow(move |query| self.turn_to(parsed(&query).0), move |query| self.choose(parsed(&query).0));
    }
}
