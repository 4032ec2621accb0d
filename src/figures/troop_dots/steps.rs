//! The steps: a list with their texts, buttons to go through them, and the one that is shown.

use std::sync::Mutex;

use leptos::{ev, prelude::*};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::state::{KEYS, Step};
use crate::{
    app::{address::Entry, figure::Figure},
    browser::{dom, schedule},
    ui::leaf::{flag, on_change, on_click},
};

/// The text of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepText {
    /// Its heading, as HTML.
    pub title: String,
    /// Its text, as HTML.
    pub html: String,
    /// Its text without markup, for screen readers and pictures.
    pub plain: String,
}

/// The texts of the steps, and the words of the controls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTexts {
    /// In the order of [`Step::ALL`].
    pub steps: Vec<StepText>,
    /// The name of the whole.
    pub legend: String,
    /// The button to the step before.
    pub previous: String,
    /// The button to the step after.
    pub next: String,
    /// The box that lets the dots move.
    pub motion: String,
}

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Steps {
    figure: Figure,
    /// What is said; it lasts as long as the page.
    texts: &'static StepTexts,
    /// The step that is shown.
    pub step: RwSignal<Step>,
    leaving: &'static Mutex<Option<(Step, f64)>>,
    /// Whether the dots may move.
    moves: RwSignal<bool>,
    /// Whether the reader has stepped, and so needs the text of one step beside the buttons.
    pub is_stepping: RwSignal<bool>,
}

impl Steps {
    /// The figure in `step`.
    pub fn new(figure: Figure, texts: StepTexts, step: Step) -> Self {
        Self {
            figure,
            texts: Box::leak(Box::new(texts)),
            step: RwSignal::new(step),
            leaving: Box::leak(Box::default()),
            moves: RwSignal::new(!figure.page.reduced_motion.get_untracked()),
            is_stepping: RwSignal::new(false),
        }
    }

    /// Where the dots come from, and when they left, in milliseconds; `None` at rest.
    pub fn leaving(self) -> Option<(Step, f64)> {
        self.leaving.lock().ok().and_then(|leaving| *leaving)
    }

    /// Lets the dots leave, or rest.
    pub fn set_leaving(self, from: Option<(Step, f64)>) {
        if let Ok(mut leaving) = self.leaving.lock() {
            *leaving = from;
        }
    }

    /// Takes the step that the reader chose.
    pub fn choose(self, step: Step) {
        self.is_stepping.set(true);
        self.figure.enter(&step.to_query(), &KEYS, Entry::Push);
        self.turn_to(step);
    }

    /// Shows a step; one that is shown already stays untouched.
    pub fn turn_to(self, step: Step) {
        if !self.figure.show_state(&step.to_query()) {
            return;
        }
        let old = self.step.get_untracked();
        self.set_leaving(self.moves.get_untracked().then(|| (old, now())));
        self.step.set(step);
        self.figure.announce(self.texts.steps.get(step.index()).map_or_else(String::new, |text| text.plain.clone()));
    }
}

/// The time, in milliseconds since the page began.
pub fn now() -> f64 {
    dom::window().ok().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

/// The steps with their controls.
#[component]
pub fn StepControls(
    /// Where the reader is.
    steps: Steps,
) -> impl IntoView {
    let Steps { step, moves, texts, .. } = steps;
    let go = move |event: ev::MouseEvent, forward: bool| {
        let index = step.get_untracked().index();
        let wished = if forward { index + 1 } else { index.wrapping_sub(1) };
        let Some(to) = Step::ALL.get(wished) else { return };
        steps.choose(*to);
        // A button that this disables would drop the focus.
        if Step::ALL.get(if forward { wished + 1 } else { wished.wrapping_sub(1) }).is_none()
            && let Some(other) = sibling(&event, forward)
        {
            schedule::in_next_frame(Box::new(move || drop(other.focus())));
        }
    };
    let item = |(of, text): (Step, &'static StepText)| {
        let is_shown = move || step.get() == of;
        view! {
            <li class:state-words=flag(is_shown)>
                <label>
                    <input
                        class="needs-script"
                        type="radio"
                        name="dots-step"
                        value=of.id()
                        checked=of == step.get_untracked()
                        prop:checked=flag(is_shown)
                        on:change:capture=on_change(move |_| steps.choose(of))
                        autocomplete="off"
                    />
                    <strong inner_html=text.title.as_str()></strong>
                </label>
                <p inner_html=text.html.as_str()></p>
            </li>
        }
    };
    view! {
        <fieldset class="steps" data-part="steps" data-live="" disabled>
            <legend class="visually-hidden">{texts.legend.as_str()}</legend>
            <p class="quick needs-script">
                <button
                    type="button"
                    data-part="previous"
                    disabled=flag(move || step.get().index() == 0)
                    on:click:capture=on_click(move |event| go(event, false))
                >
                    {texts.previous.as_str()}
                </button>
                <button
                    type="button"
                    data-part="next"
                    disabled=flag(move || step.get().index() + 1 == Step::ALL.len())
                    on:click:capture=on_click(move |event| go(event, true))
                >
                    {texts.next.as_str()}
                </button>
                <label>
                    <input
                        type="checkbox"
                        data-part="motion"
                        checked
                        prop:checked=flag(move || moves.get())
                        on:change:capture=on_change(move |event| moves.set(event_target_checked(&event)))
                        autocomplete="off"
                    />
                    {texts.motion.as_str()}
                </label>
            </p>
            <ol>{Step::ALL.into_iter().zip(&texts.steps).map(item).collect_view()}</ol>
        </fieldset>
    }
}

/// The button before the one that was pressed, or after it.
fn sibling(event: &ev::MouseEvent, before: bool) -> Option<HtmlElement> {
    let pressed: Element = event.current_target()?.dyn_into().ok()?;
    let other = if before { pressed.previous_element_sibling() } else { pressed.next_element_sibling() };
    other?.dyn_into().ok()
}
