//! The guess: an offer, never a hurdle. A reader who declines it has the answer on the page.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::shares::{Guess, Shares, Stage};
use crate::{
    browser::{dom, schedule},
    ui::{
        leaf::{flag, on_change, on_click, text},
        number_field::number_in,
    },
};

/// The offer, the form, and the answer.
#[component]
pub fn GuessForm(
    /// The figure.
    shares: Shares,
) -> impl IntoView {
    let guess = shares.guess;
    let word = |key: &str| shares.data.words.get(key).to_owned();
    let is_at = move |stage| guess.with(|guess| guess.stage == stage);
    let answer = move || match guess.get() {
        Guess { stage: Stage::Made, percent } => shares.state.with(|state| shares.data.guess_answer(percent, state)),
        _ => shares.data.words.get("guess_ask").to_owned(),
    };
    let begin = move |event: ev::MouseEvent| {
        guess.update(|guess| guess.stage = Stage::Asked);
        focus_beside(&event, "guess-range");
    };
    let show = move |event: ev::MouseEvent| {
        guess.update(|guess| guess.stage = Stage::Made);
        focus_beside(&event, "guess-answer");
    };
    let moved = move |event: ev::Event| guess.update(|guess| guess.percent = number_in(&event).unwrap_or(0).min(100));
    let label = move || shares.data.words.fill("guess_value", &[("share", &*guess.get().percent.to_string())]);
    view! {
        <fieldset class="guess needs-script" data-part="guess" data-live="" disabled>
            <legend class="visually-hidden">{word("guess_label")}</legend>
            <p data-part="guess-answer" tabindex="-1" inner_html=text(answer)></p>
            <button type="button" data-part="guess-start" hidden=flag(move || !is_at(Stage::Offered)) on:click:capture=on_click(begin)>
                {word("guess_button")}
            </button>
            <span class="guess-form" data-part="guess-form" hidden=flag(move || !is_at(Stage::Asked))>
                <input
                    type="range"
                    data-part="guess-range"
                    min="0"
                    max="100"
                    value="50"
                    autocomplete="off"
                    aria-label=word("guess_label")
                    on:input:capture=on_change(moved)
                />
                <output data-part="guess-output" inner_html=text(label)></output>
                <button type="button" data-part="guess-show" on:click:capture=on_click(show)>{word("guess_button_show")}</button>
            </span>
        </fieldset>
    }
}

/// Focuses the part `name` of the form in which a button was pressed; in the next frame, for a hidden field takes no focus.
fn focus_beside(event: &ev::MouseEvent, name: &'static str) {
    let button = event.current_target().and_then(|button| button.dyn_into::<Element>().ok());
    let Some(form) = button.and_then(|button| button.closest("fieldset").ok()?) else { return };
    let focus = move || {
        if let Ok(part) = dom::part::<HtmlElement>(&form, name) {
            let _ = part.focus();
        }
    };
    schedule::in_next_frame(Box::new(focus));
}
