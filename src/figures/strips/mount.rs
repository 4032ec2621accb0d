//! Mounts such a figure in the browser: the drawing and the sentence follow the choice.

use serde::{Deserialize, Serialize};
use web_sys::Element;

use super::{
    chart::{Chart, Look, Strip},
    draw,
};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{dom::Missing, schedule},
    figures::payload,
    ui::{
        one_choice::{self, OneChoice},
        plot::{self, Drawing},
        tones::{self, Tone},
    },
};

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// What is drawn.
    pub chart: Chart,
    /// What can be chosen.
    pub choice: OneChoice,
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { chart, choice } = payload::read(root)?;
    // It lasts as long as the page.
    let chart: &'static Chart = Box::leak(Box::new(chart));
    let mut slots = Slots::of(root);
    let chosen = one_choice::attach(root, figure, &mut slots, choice)?;
    tones::attach(root, figure, &mut slots, move || tones_of(chart, chosen.now()))?;
    let drawing = Drawing {
        part: "plot",
        paint: Box::new(move |painter, size| draw::draw(painter, size, chart, chosen.now())),
        marks: Box::new(move |size| draw::marks(size, chart, chosen.now())),
    };
    let surface = plot::attach(root, figure, &mut slots, drawing)?;
    slots.fill();
    surface.redraw();
    let changed = move |_| {
        chosen.get();
        surface.redraw();
    };
    schedule::follow(Box::new(changed));
    Ok(())
}

/// The bars that a choice shows, on the axis.
fn tones_of(chart: &Chart, chosen: usize) -> Vec<Tone> {
    let share = |strip: &Strip| (strip.look != Look::Empty).then(|| f64::from(strip.value) / f64::from(chart.max));
    chart.shown(chosen).map(|strip| Tone { share: share(strip), words: strip.tooltip.clone() }).collect()
}
