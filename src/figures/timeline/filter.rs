//! The filter by kind of event: its state as signals, the one way to change it, and its controls.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::state::{KEYS, KINDS, State};
use crate::{
    app::{address::Entry, figure::Figure},
    text::words::Words,
    ui::{
        choice::{Options, radios},
        leaf::text,
    },
};

/// The words of the filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilterWords {
    /// What is chosen.
    pub legend: String,
    /// The word for each of [`KINDS`].
    pub labels: Vec<String>,
    /// How keys move.
    pub keys: String,
    /// How many events are shown, at `count`.
    pub count: Words,
}

impl FilterWords {
    /// How many of the `events` are shown in `state`, in words.
    pub fn count_of(&self, events: &[Listed], state: State) -> String {
        let shown = events.iter().filter(|event| state.shows(&event.kind)).count();
        self.count.fill("count", &[("shown", &*shown.to_string()), ("all", &*events.len().to_string())])
    }
}

/// What the filter asks of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The index of its day.
    pub day: usize,
    /// Its kind, as in the content.
    pub kind: String,
    /// How it is set.
    pub class: String,
}

/// The filter, and what it shows.
#[derive(Clone, Copy)]
pub struct Filter {
    figure: Figure,
    words: &'static FilterWords,
    /// The events in their order.
    pub events: &'static [Listed],
    state: RwSignal<State>,
    /// The event at which Tab enters the list; `None` in the build, where no key moves among them.
    pub entry: RwSignal<Option<usize>>,
}

impl Filter {
    /// The filter of `figure` over `events`, which shows all of them.
    pub fn new(figure: Figure, words: FilterWords, events: Vec<Listed>) -> Self {
        let state = RwSignal::new(State::DEFAULT);
        Self { figure, words: Box::leak(Box::new(words)), events: events.leak(), state, entry: RwSignal::new(None) }
    }

    /// Whether an event is shown; it is followed.
    pub fn shows(self, event: &Listed) -> bool {
        self.state.get().shows(&event.kind)
    }

    /// Whether an event is shown at this moment.
    pub fn shows_now(self, event: &Listed) -> bool {
        self.state.get_untracked().shows(&event.kind)
    }

    fn choose(self, state: State) {
        self.figure.enter(&state.to_query(), &KEYS, Entry::Push);
        self.turn_to(state);
    }

    /// Shows a state and announces how much it shows, unless it is shown already.
    fn turn_to(self, state: State) {
        if self.figure.show_state(&state.to_query()) {
            self.show(state);
            self.figure.announce(self.count(state));
        }
    }

    fn show(self, state: State) {
        self.state.set(state);
        self.entry.set(Some(self.events.iter().position(|event| state.shows(&event.kind)).unwrap_or(0)));
    }

    /// Takes over the kind of the address, and follows Back and links.
    pub fn follow(self) {
        // What the address asks for is not announced: the reader is elsewhere.
        let (state, is_refused) = State::parse(&self.figure.page.address.query());
        self.figure.is_refused.set(is_refused);
        self.show(state);
        self.figure.show_state(&state.to_query());
        let parsed = |query: String| State::parse(&query).0;
        self.figure.follow(move |query| self.turn_to(parsed(query)), move |query| self.choose(parsed(query)));
    }

    /// How many events are shown, in words.
    fn count(self, state: State) -> String {
        self.words.count_of(self.events, state)
    }
}

/// The controls of the filter.
#[component]
pub fn FilterControls(
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let FilterWords { legend, labels, keys, .. } = filter.words;
    let place = |state: State| KINDS.iter().position(|kind| *kind == state.kind).unwrap_or(0);
    let options = Options {
        name: "timeline-kind".to_owned(),
        options: KINDS.iter().map(|&kind| kind.to_owned()).zip(labels.iter().cloned()).collect(),
        initial: place(filter.state.get_untracked()),
    };
    let choose = move |index: usize| filter.choose(State { kind: KINDS.get(index).copied().unwrap_or(State::DEFAULT.kind) });
    view! {
        <fieldset class="controls filter needs-script" data-part="controls" data-live="" disabled>
            <fieldset class="choice">
                <legend>{legend.as_str()}</legend>
                {radios(options, move || place(filter.state.get()), choose)}
            </fieldset>
            <span class="hint">
                <span class="state-words" data-part="count" inner_html=text(move || filter.count(filter.state.get()))></span>" "
                <span class="keys">{keys.as_str()}</span>
            </span>
        </fieldset>
    }
}
