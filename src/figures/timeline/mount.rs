//! Mounts the figure in the browser: the filter by kind of event, arrow keys from event to event, the lanes with their marks.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::{
    lanes::Lanes,
    state::{KEYS, KINDS, State},
};
use crate::{
    app::{address::Entry, figure::Figure, slots::Slots},
    browser::{
        dom::{self, Missing, part},
        schedule,
    },
    figures::payload,
    text::words::Words,
    ui::{
        announce,
        choice::{Options, radios},
        leaf::text,
        plot::{self, Drawing},
    },
};

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// What is drawn.
    pub lanes: Lanes,
    /// The finding of the lanes, for a picture of them.
    pub sentence: String,
    /// The words of the filter.
    pub filter: FilterWords,
}

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

/// The filter, and what it shows.
#[derive(Clone, Copy)]
pub struct Filter {
    figure: Figure,
    words: &'static FilterWords,
    state: RwSignal<State>,
    /// The kinds of the events, in their order.
    kinds: &'static [String],
}

impl Filter {
    /// The filter of `figure` over events of these `kinds`, in `state`.
    pub fn new(figure: Figure, words: FilterWords, kinds: Vec<String>, state: State) -> Self {
        Self { figure, words: Box::leak(Box::new(words)), state: RwSignal::new(state), kinds: kinds.leak() }
    }

    fn choose(self, state: State) {
        self.figure.enter(&state.to_query(), &KEYS, Entry::Push);
        self.turn_to(state);
    }

    /// Takes a state and announces what it shows, unless it is shown already.
    fn turn_to(self, state: State) {
        if self.figure.show_state(&state.to_query()) {
            self.state.set(state);
            self.figure.announce(self.count(state));
        }
    }

    /// How many events are shown, in words.
    fn count(self, state: State) -> String {
        let (shown, all) = (self.kinds.iter().filter(|kind| state.shows(kind)).count(), self.kinds.len());
        self.words.count.fill("count", &[("shown", &*shown.to_string()), ("all", &*all.to_string())])
    }
}

/// The filter by kind of event.
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
                <span data-part="count" inner_html=text(move || filter.count(filter.state.get()))></span>" "
                <span class="keys">{keys.as_str()}</span>
            </span>
        </fieldset>
    }
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { lanes, filter: words, .. } = payload::read(root)?;
    // They last as long as the page.
    let lanes: &'static Lanes = Box::leak(Box::new(lanes));
    let (state, is_refused) = State::parse(&figure.page.address.query());
    figure.is_refused.set(is_refused);
    let list: Element = part(root, "days")?;
    let events: Vec<HtmlElement> = dom::all(&list, ".event").into_iter().filter_map(|event| event.dyn_into().ok()).collect();
    let days: Vec<HtmlElement> = dom::all(&list, ".day").into_iter().filter_map(|day| day.dyn_into().ok()).collect();
    let kinds = events.iter().map(|event| event.get_attribute("data-kind").unwrap_or_default()).collect();
    let filter = Filter::new(figure, words, kinds, state);
    let mut slots = Slots::of(root);
    slots.put("controls", move || FilterControls(FilterControlsProps { filter }))?;
    announce::attach(root, figure, &mut slots)?;
    let drawing = Drawing {
        part: "lanes",
        paint: Box::new(move |painter, size| lanes.draw(painter, size)),
        marks: Box::new(move |size| lanes.marks(size)),
    };
    let surface = plot::attach(root, figure, &mut slots, drawing)?;
    slots.fill();
    surface.redraw();
    figure.show_state(&state.to_query());
    let shown = events.clone();
    schedule::follow(Box::new(move |_| show(&shown, &days, filter.state.get())));
    dom::on(&list, "keydown", Box::new(move |event| key(&event, &events)));
    let parsed = |query: String| State::parse(&query).0;
    figure.follow(move |query| filter.turn_to(parsed(query)), move |query| filter.choose(parsed(query)));
    Ok(())
}

/// Shows the events of the state, and the days that have any; the first of them is where Tab enters.
fn show(events: &[HtmlElement], days: &[HtmlElement], state: State) {
    for event in events {
        event.set_hidden(!state.shows(&event.get_attribute("data-kind").unwrap_or_default()));
    }
    for day in days {
        day.set_hidden(day.query_selector(".event:not([hidden])").is_ok_and(|found| found.is_none()));
    }
    enter_at(events, events.iter().position(|event| !event.hidden()).unwrap_or(0));
}

/// Makes one event the tab stop of the list.
fn enter_at(events: &[HtmlElement], index: usize) {
    for (i, event) in events.iter().enumerate() {
        event.set_tab_index(if i == index { 0 } else { -1 });
    }
}

/// Moves among the events that are shown.
fn key(event: &Event, events: &[HtmlElement]) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|e| !dom::has_modifier(e)).map(KeyboardEvent::key) else { return };
    let at = event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|t| t.closest(".event").ok()?);
    let Some(here) = events.iter().position(|e| Some(AsRef::<Element>::as_ref(e)) == at.as_ref()) else { return };
    let shown = |i: &usize| events.get(*i).is_some_and(|e| !e.hidden());
    let count = events.len();
    let next = match &*key {
        "ArrowRight" | "ArrowDown" => (here + 1..count).find(shown),
        "ArrowLeft" | "ArrowUp" => (0..here).rev().find(shown),
        "Home" => (0..count).find(shown),
        "End" => (0..count).rev().find(shown),
        _ => return,
    };
    event.prevent_default();
    if let Some(index) = next {
        enter_at(events, index);
        let _ = events.get(index).map(|e| e.focus());
    }
}
