//! Mounts the figure in the browser.

use leptos::prelude::*;
use web_sys::Element;

use super::{
    bars, combinations,
    controls::{Controls, ControlsProps},
    data::ShareData,
    guess::{GuessForm, GuessFormProps},
    shares::{Shares, Stage},
    state::{STAGE, State},
    table::{Rows, RowsProps},
};
use crate::{
    app::{address::Entry, figure::Figure, slots::Slots},
    browser::{dom::Missing, schedule},
    figures::payload,
    ui::{
        announce,
        plot::{self, Drawing},
        sentence::{Sentence, SentenceProps},
        tones::{self, Tone},
    },
};

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let data: ShareData = payload::read(root)?;
    let (state, refused) = State::parse(&figure.page.address.query(), &data.deployment);
    let shares = Shares::new(figure, data, state);
    let (data, state, guess) = (shares.data, shares.state, shares.guess);
    let mut slots = Slots::of(root);
    let sentence = move || state.with(|state| data.sentence(state));
    slots.put("sentence", move || Sentence(SentenceProps { of: Box::new(sentence), is_veiled: true }))?;
    slots.put("guess", move || GuessForm(GuessFormProps { shares }))?;
    slots.put("controls", move || Controls(ControlsProps { shares }))?;
    slots.put("table", move || Rows(RowsProps { shares }))?;
    announce::attach(root, figure, &mut slots)?;
    refuse(figure, &refused, data);
    tones::attach(root, figure, &mut slots, move || tones_of(shares))?;
    let bars = Drawing {
        part: "bars",
        paint: Box::new(move |painter, size| state.with_untracked(|state| bars::draw(painter, size, data, state))),
        marks: Box::new(move |size| state.with_untracked(|state| bars::marks(size, data, state))),
    };
    let bars = plot::attach(root, figure, &mut slots, bars)?;
    let made = move || guess.with_untracked(|guess| (guess.stage == Stage::Made).then_some(guess.percent));
    let line = Drawing {
        part: "line",
        paint: Box::new(move |painter, size| state.with_untracked(|state| combinations::draw(painter, size, data, state, made()))),
        marks: Box::new(move |size| combinations::marks(size, data)),
    };
    let line = plot::attach(root, figure, &mut slots, line)?;
    slots.fill();
    bars.redraw();
    line.redraw_later();
    figure.show_state(&state.with_untracked(|state| state.to_query(&data.deployment)));
    let figure_root = root.clone();
    let changed = move |is_first: bool| {
        state.track();
        let is_asked = guess.with(|guess| guess.stage == Stage::Asked);
        let _ = figure_root.class_list().toggle_with_force("is-guessing", is_asked);
        if !is_first {
            bars.redraw();
            line.redraw_later();
        }
    };
    schedule::follow(Box::new(changed));
    let parsed = move |query: String| State::parse(&query, &data.deployment).0;
    figure.follow(move |query| shares.turn_to(parsed(query)), move |query| shares.choose(|state| *state = parsed(query), Entry::Push));
    Ok(())
}

/// Reports which keys of the address could not be read.
fn refuse(figure: Figure, refused: &[&str], data: &ShareData) {
    figure.is_refused.set(!refused.is_empty());
    if refused.contains(&STAGE) {
        let stage = data.words.get("address_stage");
        // Where nothing else was refused, only this is reported.
        let before = if refused.len() > 1 { figure.refusal.get_untracked() + " " } else { String::new() };
        figure.refusal.set(before + stage);
    }
}

/// The bars of the moment, as high as they are drawn long.
fn tones_of(shares: Shares) -> Vec<Tone> {
    shares.state.with_untracked(|state| {
        let bars = shares.data.shown(state);
        let end = bars::end(shares.data, &bars, state.unit);
        bars.iter().map(|bar| Tone { share: Some(bar.value(state.unit) / end), words: shares.data.bar_words(bar) }).collect()
    })
}
