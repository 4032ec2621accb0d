//! Mounts the figure in the browser. Its controls become components when the walk redraws them; until then its prerendered
//! controls follow the state.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{
    data::TestData,
    state::{KEYS, State},
};
use crate::{
    app::{address::Entry, figure::Figure, slots::Slots},
    browser::{
        dom::{self, Missing, part},
        schedule,
    },
    figures::payload,
    model::article_4::{Answer, Question, Wording},
    ui::announce,
};

/// The reader's answers.
#[derive(Clone, Copy)]
struct Test {
    figure: Figure,
    data: &'static TestData,
    state: RwSignal<State>,
}

/// The controls and the places that follow them.
struct Controls {
    case: HtmlSelectElement,
    inputs: Vec<HtmlInputElement>,
    lines: Vec<Element>,
    law: Element,
    will: Element,
    outcomes: Vec<HtmlElement>,
}

/// Lets the figure's prerendered form follow the reader's answers.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let data: TestData = payload::read(root)?;
    // It lasts as long as the page.
    let data: &'static TestData = Box::leak(Box::new(data));
    let (state, is_understood) = State::parse(&figure.page.address.query(), data);
    let test = Test { figure, data, state: RwSignal::new(state) };
    figure.is_refused.set(!is_understood);
    let controls: Element = part(root, "controls")?;
    let parts = Controls {
        case: part(root, "case")?,
        inputs: dom::all(&controls, "input").into_iter().filter_map(|input| input.dyn_into().ok()).collect(),
        lines: dom::all(&controls, "[data-line]"),
        law: part(root, "law")?,
        will: part(root, "will")?,
        outcomes: dom::all(&controls, "[data-case]").into_iter().filter_map(|outcome| outcome.dyn_into().ok()).collect(),
    };
    if parts.lines.len() != Question::ALL.len() {
        return Err(Missing("data-line"));
    }
    let reset: Element = part(root, "reset")?;
    let mut slots = Slots::of(root);
    announce::attach(root, figure, &mut slots)?;
    slots.fill();
    figure.show_state(&state.to_query(data));
    parts.show(data, state);
    let changed = move |is_first: bool| {
        let state = test.state.get();
        if !is_first {
            parts.show(data, state);
        }
    };
    schedule::follow(Box::new(changed));
    dom::on(&controls, "change", Box::new(move |event| test.change(&event)));
    dom::on(&reset, "click", Box::new(move |_| test.choose(State::of_case(data, test.state.get_untracked().case))));
    let parsed = move |query: String| State::parse(&query, data).0;
    figure.follow(move |query| test.turn_to(parsed(query)), move |query| test.choose(parsed(query)));
    Ok(())
}

impl Test {
    fn change(self, event: &Event) {
        let Some(target) = event.target() else { return };
        let mut state = self.state.get_untracked();
        if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            let Some(case) = self.data.cases.iter().position(|known| known.id == select.value()) else { return };
            state = State::of_case(self.data, case);
        } else if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            let value = input.value();
            if let Some(wording) = Wording::find(&value) {
                state.wording = wording;
            } else if let Some(place) = at(input).and_then(|at| state.answers.get_mut(at)) {
                *place = Answer::ALL.into_iter().find(|answer| is_letter(*answer, &value)).unwrap_or(*place);
            }
        }
        self.choose(state);
    }

    /// Takes what the reader chose.
    fn choose(self, state: State) {
        self.figure.enter(&state.to_query(self.data), &KEYS, Entry::Push);
        self.turn_to(state);
    }

    /// Shows a state and announces its outcome, unless it is shown already.
    fn turn_to(self, state: State) {
        if self.figure.show_state(&state.to_query(self.data)) {
            self.state.set(state);
            self.figure.announce([&self.data.law(&state), " ", self.data.will(&state)].concat());
        }
    }
}

impl Controls {
    fn show(&self, data: &TestData, state: State) {
        let case = data.cases.get(state.case).map_or("", |known| known.id.as_str());
        self.case.set_value(case);
        for input in &self.inputs {
            let value = input.value();
            let checked = match at(input).and_then(|at| state.answers.get(at)) {
                Some(answer) => is_letter(*answer, &value),
                None => value == state.wording.id(),
            };
            input.set_checked(checked);
        }
        for (line, question) in self.lines.iter().zip(Question::ALL) {
            line.set_text_content(Some(&data.line(&state, question)));
        }
        self.law.set_text_content(Some(&data.law(&state)));
        self.will.set_text_content(Some(data.will(&state)));
        for outcome in &self.outcomes {
            outcome.set_hidden(outcome.get_attribute("data-case").as_deref() != Some(case));
        }
    }
}

/// The place of an answer's question; `None` for the wordings.
fn at(input: &HtmlInputElement) -> Option<usize> {
    input.get_attribute("data-at")?.parse().ok()
}

fn is_letter(answer: Answer, value: &str) -> bool {
    let mut letters = value.chars();
    letters.next() == Some(answer.letter()) && letters.next().is_none()
}
