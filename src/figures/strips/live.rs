//! The living form: the drawing follows the choice.

use std::{cell::Cell, rc::Rc};

use web_sys::Element;

use super::{
    chart::{Chart, Look, Strip},
    draw, payload,
};
use crate::{
    chart::picture::{Panel, WIDTH},
    live::{
        choice,
        dom::{Missing, part},
        pictures,
        plot::Plot,
        tones::{self, Tone},
    },
};

/// Attaches to the built figure `id`, whose choice stands at `key` in addresses.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn start(root: &Element, id: &'static str, key: &'static str) -> Result<(), Missing> {
    let script: Element = part(root, "data")?;
    let chart = Rc::new(payload::from_json(&script.text_content().unwrap_or_default()).ok_or(Missing("data"))?);
    let chosen = Rc::new(Cell::new(0));
    let [paint, marks, shown, saved, played] = [(); 5].map(|()| (chart.clone(), chosen.clone()));
    pictures::offer(root, id, move || panels(&saved.0, saved.1.get()))?;
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
        sentence(&shown.0, chosen)
    };
    choice::start(root, id, key, Box::new(show))
}

/// The bars that a choice shows, on the axis.
fn heard(chart: &Chart, chosen: usize) -> Vec<Tone> {
    let share = |strip: &Strip| (strip.look != Look::Empty).then(|| f64::from(strip.value) / f64::from(chart.max));
    chart.shown(chosen).map(|strip| Tone { share: share(strip), words: strip.tip.clone() }).collect()
}

fn sentence(chart: &Chart, chosen: usize) -> String {
    chart.sentences.get(chosen).cloned().unwrap_or_default()
}

/// The drawing as it stands, for a picture.
fn panels(chart: &Rc<Chart>, chosen: usize) -> (String, Vec<Panel<'static>>) {
    let (words, height, chart) = (sentence(chart, chosen), f64::from(draw::height(WIDTH, chart)), chart.clone());
    (words, vec![Panel { height, draw: Box::new(move |painter, size| draw::draw(painter, size, &chart, chosen)) }])
}
