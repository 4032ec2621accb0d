//! The living form: the drawing follows the choice.

use std::{cell::Cell, rc::Rc};

use web_sys::Element;

use super::{
    chart::{Chart, Look, Strip},
    draw, payload,
};
use crate::live::{
    choice,
    dom::Missing,
    plot::Plot,
    tones::{self, Tone},
};

/// Attaches to the built figure `id`, whose choice stands at `key` in addresses.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn start(root: &Element, id: &'static str, key: &'static str) -> Result<(), Missing> {
    let chart = Rc::new(payload::read(root)?);
    let chosen = Rc::new(Cell::new(0));
    let [paint, marks, shown, played] = [(); 4].map(|()| (chart.clone(), chosen.clone()));
    tones::offer(root, move || heard(&played.0, played.1.get()))?;
    let plot = Plot::with_marks(
        root,
        "plot",
        Box::new(move |painter, size| draw::draw(painter, size, &paint.0, paint.1.get())),
        Box::new(move |size| draw::marks(size, &marks.0, marks.1.get())),
    )?;
    plot.redraw();
    let show = move |chosen| {
        shown.1.set(chosen);
        plot.redraw();
        shown.0.sentence(chosen)
    };
    choice::start(root, id, key, Box::new(show))
}

/// The bars that a choice shows, on the axis.
fn heard(chart: &Chart, chosen: usize) -> Vec<Tone> {
    let share = |strip: &Strip| (strip.look != Look::Empty).then(|| f64::from(strip.value) / f64::from(chart.max));
    chart.shown(chosen).map(|strip| Tone { share: share(strip), words: strip.tip.clone() }).collect()
}
