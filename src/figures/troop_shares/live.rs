//! The living figure: what each control does, and what follows from it.

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, InputEvent};

use super::{
    ID, bars, combinations,
    data::ShareData,
    payload,
    state::{HIGHEST_TOTAL, KEYS, STAGE, State, Unit},
    table,
};
use crate::live::{
    address::{self, Step},
    announce::Announcer,
    dom::{self, Missing, part},
    plot::Plot,
    start::come_alive,
    steer,
    text::Text,
    tones::{self, Tone},
};

/// What the living figure shares among its handlers.
struct Figure {
    root: Element,
    data: ShareData,
    state: RefCell<State>,
    /// The reader's guess at the remainder's share, in percent.
    guess: Cell<Option<u32>>,
    announcer: Announcer,
    outputs: Outputs,
    /// Bars and line.
    plots: OnceCell<[Plot; 2]>,
}

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn start(root: &Element) -> Result<(), Missing> {
    let data = payload::read(root)?;
    let (state, refused) = State::parse(&address::query(), &data.deployment);
    let figure = Rc::new(Figure {
        root: root.clone(),
        outputs: Outputs::find(root, data.bars(&state).len())?,
        data,
        state: RefCell::new(state),
        guess: Cell::new(None),
        announcer: Announcer::new(part(root, "announce")?),
        plots: OnceCell::new(),
    });
    let note: HtmlElement = part(root, "address-note")?;
    note.set_hidden(refused.is_empty());
    if refused.contains(&STAGE) {
        // Where nothing else was refused, only this is told.
        let before = if refused.len() > 1 { note.text_content().unwrap_or_default() + " " } else { String::new() };
        note.set_text_content(Some(&(before + figure.data.words.get("address_stage"))));
    }
    let _ = figure.plots.set(figure.clone().plots()?);
    figure.guess_first()?;
    // Last, for it listens to the whole page: its links must not lead into a figure that stays as built.
    figure.listen()?;
    figure.write();
    come_alive(root, ID)
}

impl Figure {
    /// Takes a state that the reader chose.
    fn choose(&self, state: State, step: Step) {
        let state = state.clamped(&self.data.deployment);
        if *self.state.borrow() != state {
            address::write(&state.to_query(&self.data.deployment), &KEYS, step);
        }
        self.turn_to(state);
    }

    /// Shows a state, and says what it means if it is another than before.
    fn turn_to(&self, state: State) {
        if *self.state.borrow() != state {
            self.announcer.say(self.data.sentence(&state));
        }
        self.state.replace(state);
        // Also where it is the same: a field may hold what could not be taken.
        self.write();
    }

    /// Lets all that is seen follow the state.
    fn write(&self) {
        let state = self.state.borrow();
        address::tell(&self.root, &state.to_query(&self.data.deployment));
        self.outputs.write(&self.data, &state, self.guess.get());
        if let Some([bars, line]) = self.plots.get() {
            bars.redraw();
            line.redraw_later();
        }
    }

    fn plots(self: Rc<Self>) -> Result<[Plot; 2], Missing> {
        let [this, that, these, those] = [(); 4].map(|()| self.clone());
        Ok([
            Plot::with_marks(
                &self.root,
                "bars",
                Box::new(move |painter, size| bars::draw(painter, size, &this.data, &this.state.borrow())),
                Box::new(move |size| bars::marks(size, &these.data, &these.state.borrow())),
            )?,
            Plot::with_marks(
                &self.root,
                "line",
                Box::new(move |painter, size| combinations::draw(painter, size, &that.data, &that.state.borrow(), that.guess.get())),
                Box::new(move |size| combinations::marks(size, &those.data)),
            )?,
        ])
    }

    /// The bars of the moment, as high as they are drawn long.
    fn heard(&self) -> Vec<Tone> {
        let (data, state) = (&self.data, self.state.borrow());
        let bars = data.bars(&state);
        let end = bars::end(&bars, state.unit);
        bars.iter().map(|bar| Tone { share: Some(bar.value(state.unit) / end), words: data.bar_words(bar) }).collect()
    }

    fn listen(self: &Rc<Self>) -> Result<(), Missing> {
        let controls: Element = part(&self.root, "controls")?;
        for event in ["input", "change", "click"] {
            let this = self.clone();
            dom::on(&controls, event, Box::new(move |e| this.control(event, &e)));
        }
        let this = self.clone();
        tones::offer(&self.root, move || this.heard())?;
        let this = self.clone();
        let back = move |_| {
            this.turn_to(State::parse(&address::query(), &this.data.deployment).0);
        };
        dom::on(dom::window()?.as_ref(), "popstate", Box::new(back));
        let this = self.clone();
        steer::links_to(ID, move |query| this.choose(State::parse(query, &this.data.deployment).0, Step::Push))
    }

    fn control(&self, event: &str, e: &Event) {
        let Some(target) = e.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
        let attribute = |name| target.get_attribute(name);
        let number = |name| attribute(name).and_then(|v| v.parse::<u32>().ok());
        let mut state = self.state.borrow().clone();
        let value = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default();
        let step = match (event, &*attribute("name").unwrap_or_default()) {
            ("change", "unit") => {
                let Some(unit) = Unit::ALL.into_iter().find(|u| u.id() == value) else { return };
                state.unit = unit;
                Step::Push
            }
            ("click", _) if target.has_attribute("data-set") => {
                let Some(set) = number("data-set").and_then(|i| self.data.deployment.sets.get(i as usize)) else { return };
                state.counts.clone_from(&set.counts);
                Step::Push
            }
            ("click", _) if target.has_attribute("data-total") => {
                state.total = number("data-total").unwrap_or(state.total);
                Step::Push
            }
            ("change", name) if name.starts_with("count-") => {
                let (Some(sender), Ok(count)) = (number("data-sender"), value.parse()) else { return };
                let Some(chosen) = state.counts.get_mut(sender as usize) else { return };
                *chosen = count;
                Step::Push
            }
            // Up and Down in the field step as a drag does; some browsers report each step as a change besides.
            ("input", name) if name == "total-range" || (name == "total" && e.dyn_ref::<InputEvent>().is_none()) => {
                state.total = value.parse().unwrap_or(state.total);
                Step::Replace
            }
            ("change", "total") => {
                state.total = value.parse().unwrap_or(state.total);
                Step::Push
            }
            _ => return,
        };
        self.choose(state, step);
    }

    fn guess_first(self: &Rc<Self>) -> Result<(), Missing> {
        let begin: HtmlElement = part(&self.root, "guess-start")?;
        let form: HtmlElement = part(&self.root, "guess-form")?;
        let range: HtmlInputElement = part(&self.root, "guess-range")?;
        let output: HtmlElement = part(&self.root, "guess-output")?;
        let show: HtmlElement = part(&self.root, "guess-show")?;
        let answer: HtmlElement = part(&self.root, "guess-answer")?;
        let (this, ask, field) = (self.clone(), form.clone(), range.clone());
        let start_guess = move |_| {
            begin.set_hidden(true);
            ask.set_hidden(false);
            let _ = this.root.class_list().add_1("is-guessing");
            let _ = field.focus();
        };
        dom::on(&part::<EventTarget>(&self.root, "guess-start")?, "click", Box::new(start_guess));
        let (this, field) = (self.clone(), range.clone());
        let moved = move |_| output.set_text_content(Some(&this.data.words.fill("guess_value", &[("share", &field.value())])));
        dom::on(&range, "input", Box::new(moved));
        let this = self.clone();
        let shown = move |_| {
            let _ = this.root.class_list().remove_1("is-guessing");
            form.set_hidden(true);
            let guess = range.value().parse().unwrap_or(0).min(100);
            this.guess.set(Some(guess));
            this.write();
            let _ = answer.focus();
        };
        dom::on(&show, "click", Box::new(shown));
        Ok(())
    }
}

/// The places that follow the state.
struct Outputs {
    sentence: Text,
    answer: Text,
    floor: Text,
    above: HtmlElement,
    cells: Vec<Text>,
    range: HtmlInputElement,
    number: HtmlInputElement,
    choices: Vec<HtmlInputElement>,
    /// What they show.
    shown: RefCell<Option<State>>,
}

impl Outputs {
    /// Finds them; the table has a row for each of the `bars`.
    fn find(root: &Element, bars: usize) -> Result<Self, Missing> {
        let cells: Vec<Element> = dom::all(&part(root, "table")?, "td");
        if cells.len() != bars * table::COLUMNS {
            return Err(Missing("table cells"));
        }
        Ok(Self {
            sentence: Text::of(part(root, "sentence")?),
            answer: Text::of(part(root, "guess-answer")?),
            floor: Text::of(part(root, "floor")?),
            above: part(root, "above")?,
            cells: cells.into_iter().map(Text::of).collect(),
            range: part(root, "total-range")?,
            number: part(root, "total")?,
            choices: dom::all(&part(root, "controls")?, "input[type=radio]"),
            shown: RefCell::default(),
        })
    }

    fn write(&self, data: &ShareData, state: &State, guess: Option<u32>) {
        let before = self.shown.replace(Some(state.clone()));
        self.sentence.set(data.sentence(state));
        if let Some(guess) = guess {
            self.answer.set(data.guess_answer(guess, state));
        }
        self.above.set_hidden(!data.is_above_official(state.total));
        let values = data.bars(state).into_iter().flat_map(|bar| table::cells(&bar, data));
        self.cells.iter().zip(values).for_each(|(cell, value)| cell.set(value));
        // A drag changes the total alone, many times a second.
        if before.is_none_or(|before| before.unit != state.unit || before.counts != state.counts) {
            self.write_choices(data, state);
        }
        let total = state.total.to_string();
        for input in [&self.range, &self.number] {
            if input.value() != total {
                input.set_value(&total);
            }
        }
    }

    fn write_choices(&self, data: &ShareData, state: &State) {
        let floor = data.deployment.published_sum(&state.counts);
        self.floor.set(data.floor_words(floor));
        let (low, high) = (floor.to_string(), HIGHEST_TOTAL.to_string());
        for input in [&self.range, &self.number] {
            input.set_min(&low);
            input.set_max(&high);
        }
        for choice in &self.choices {
            let sender = choice.get_attribute("data-sender").and_then(|s| s.parse().ok());
            let chosen = match sender.and_then(|s: usize| state.counts.get(s)) {
                Some(count) => choice.value() == count.to_string(),
                None => choice.value() == state.unit.id(),
            };
            choice.set_checked(chosen);
        }
    }
}
