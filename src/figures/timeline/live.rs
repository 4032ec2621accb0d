//! The living figure: the filter by kind of event, arrow keys from event to event, the lanes with their marks.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::{
    ID, payload,
    state::{KEYS, State},
};
use crate::{
    chart::painter::Painter,
    live::{
        address::{self, Step},
        announce::Announcer,
        dom::{self, Missing, part},
        plot::Plot,
        start::come_alive,
        steer,
    },
    text::words::Words,
};

/// The events of January and what shows their number.
struct Days {
    words: Words,
    state: Cell<State>,
    /// The event that Tab enters at.
    current: Cell<usize>,
    events: Vec<HtmlElement>,
    days: Vec<HtmlElement>,
    choices: Vec<HtmlInputElement>,
    count: Element,
    announcer: Announcer,
}

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn start(root: &Element) -> Result<(), Missing> {
    let (lanes, words) = payload::read(root)?;
    let (state, refused) = State::parse(&address::query());
    let list: Element = part(root, "days")?;
    let controls: Element = part(root, "controls")?;
    let days = Rc::new(Days {
        words,
        state: Cell::new(state),
        current: Cell::new(0),
        events: dom::all(&list, ".event"),
        days: dom::all(&list, ".day"),
        choices: dom::all(&controls, "input"),
        count: part(root, "count")?,
        announcer: Announcer::new(part(root, "announce")?),
    });
    let note: HtmlElement = part(root, "address-note")?;
    let lanes = Rc::new(lanes);
    let marked = lanes.clone();
    let paint = Box::new(move |painter: &mut Painter<'_>, size| lanes.draw(painter, size));
    let plot = Plot::with_marks(root, "lanes", paint, Box::new(move |size| marked.marks(size)))?;
    days.listen(&controls, &list)?;
    note.set_hidden(!refused);
    days.show();
    plot.redraw();
    come_alive(root, ID)
}

impl Days {
    fn listen(self: &Rc<Self>, controls: &Element, list: &Element) -> Result<(), Missing> {
        let this = self.clone();
        let chosen = move |event: Event| {
            let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
            this.choose(State::parse(&["kind=", &input.value()].concat()).0);
        };
        dom::on(controls, "change", Box::new(chosen));
        let this = self.clone();
        dom::on(list, "keydown", Box::new(move |event| this.key(&event)));
        let this = self.clone();
        let back = move |_| this.take(State::parse(&address::query()).0);
        dom::on(dom::window()?.as_ref(), "popstate", Box::new(back));
        let this = self.clone();
        steer::links_to(ID, move |query| this.choose(State::parse(query).0))
    }

    fn choose(&self, state: State) {
        if state != self.state.get() {
            address::write(&state.to_query(), &KEYS, Step::Push);
        }
        self.take(state);
    }

    /// Takes a state and says what it shows, unless it is shown already.
    fn take(&self, state: State) {
        if self.state.replace(state) != state {
            self.announcer.say(self.show());
        }
    }

    /// Shows the events of the state, and the days that have any; gives the number of them in words.
    fn show(&self) -> String {
        let state = self.state.get();
        address::tell(&self.count, &state.to_query());
        let mut shown = 0;
        for event in &self.events {
            let is_shown = state.shows(&event.get_attribute("data-kind").unwrap_or_default());
            event.set_hidden(!is_shown);
            shown += usize::from(is_shown);
        }
        for day in &self.days {
            day.set_hidden(day.query_selector(".event:not([hidden])").is_ok_and(|found| found.is_none()));
        }
        for choice in &self.choices {
            choice.set_checked(choice.value() == state.kind);
        }
        self.enter_at(self.events.iter().position(|event| !event.hidden()).unwrap_or(0));
        let words = self.words.fill("count", &[("shown", &shown.to_string()), ("all", &self.events.len().to_string())]);
        self.count.set_text_content(Some(&words));
        words
    }

    /// Makes one event the tab stop of the list.
    fn enter_at(&self, index: usize) {
        self.current.set(index);
        for (i, event) in self.events.iter().enumerate() {
            event.set_tab_index(if i == index { 0 } else { -1 });
        }
    }

    /// Moves among the events that are shown.
    fn key(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|e| !dom::has_modifier(e)).map(KeyboardEvent::key) else { return };
        let at = event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|t| t.closest(".event").ok()?);
        let here = self.events.iter().position(|e| Some(AsRef::<Element>::as_ref(e)) == at.as_ref()).unwrap_or(self.current.get());
        let shown = |i: &usize| self.events.get(*i).is_some_and(|e| !e.hidden());
        let count = self.events.len();
        let next = match &*key {
            "ArrowRight" | "ArrowDown" => (here + 1..count).find(shown),
            "ArrowLeft" | "ArrowUp" => (0..here).rev().find(shown),
            "Home" => (0..count).find(shown),
            "End" => (0..count).rev().find(shown),
            _ => return,
        };
        event.prevent_default();
        if let Some(index) = next {
            self.enter_at(index);
            let _ = self.events.get(index).map(|e| e.focus());
        }
    }
}
