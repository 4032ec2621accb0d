//! The living figure: what each control does, and what follows from it.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{
    ID,
    data::TestData,
    payload,
    state::{KEYS, State},
};
use crate::{
    live::{
        address::{self, Step},
        announce::Announcer,
        dom::{self, Missing, part},
        start::come_alive,
        steer,
    },
    model::article_4::{Answer, Question, Wording},
};

/// What the living figure changes.
struct Figure {
    data: TestData,
    state: Cell<State>,
    case: HtmlSelectElement,
    inputs: Vec<HtmlInputElement>,
    lines: Vec<Element>,
    law: Element,
    will: Element,
    told: Vec<HtmlElement>,
    announcer: Announcer,
}

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn start(root: &Element) -> Result<(), Missing> {
    let data = payload::read(root)?;
    let (state, understood) = State::parse(&address::query(), &data);
    let controls: Element = part(root, "controls")?;
    let figure = Rc::new(Figure {
        data,
        state: Cell::new(state),
        case: part(root, "case")?,
        inputs: dom::all(&controls, "input"),
        lines: dom::all(&controls, "[data-line]"),
        law: part(root, "law")?,
        will: part(root, "will")?,
        told: dom::all(&controls, "[data-case]"),
        announcer: Announcer::new(part(root, "announce")?),
    });
    if figure.lines.len() != Question::ALL.len() {
        return Err(Missing("data-line"));
    }
    let reset: Element = part(root, "reset")?;
    let note: HtmlElement = part(root, "address-note")?;
    note.set_hidden(understood);
    figure.show();
    let this = figure.clone();
    dom::on(&controls, "change", Box::new(move |event| this.change(&event)));
    let this = figure.clone();
    dom::on(&reset, "click", Box::new(move |_| this.choose(State::of_case(&this.data, this.state.get().case))));
    let this = figure.clone();
    dom::on(dom::window()?.as_ref(), "popstate", Box::new(move |_| this.tell(State::parse(&address::query(), &this.data).0)));
    steer::links_to(ID, move |query| figure.choose(State::parse(query, &figure.data).0))?;
    come_alive(root, ID)
}

impl Figure {
    fn change(&self, event: &Event) {
        let Some(target) = event.target() else { return };
        let mut state = self.state.get();
        if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            let Some(case) = self.data.cases.iter().position(|known| known.id == select.value()) else { return };
            state = State::of_case(&self.data, case);
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
    fn choose(&self, state: State) {
        if state != self.state.get() {
            address::write(&state.to_query(&self.data), &KEYS, Step::Push);
        }
        self.tell(state);
    }

    /// Shows a state and says its outcome, unless it is shown already.
    fn tell(&self, state: State) {
        if self.state.replace(state) != state {
            self.show();
            self.announcer.say([&self.data.law(&state), " ", self.data.will(&state)].concat());
        }
    }

    fn show(&self) {
        let state = self.state.get();
        address::tell(&self.case, &state.to_query(&self.data));
        let case = self.data.cases.get(state.case).map_or("", |known| known.id.as_str());
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
            line.set_text_content(Some(&self.data.line(&state, question)));
        }
        self.law.set_text_content(Some(&self.data.law(&state)));
        self.will.set_text_content(Some(self.data.will(&state)));
        for told in &self.told {
            told.set_hidden(told.get_attribute("data-case").as_deref() != Some(case));
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
