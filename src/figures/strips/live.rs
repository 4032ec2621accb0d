//! The living form: the drawing follows the choice.

use std::{cell::Cell, rc::Rc};

use web_sys::Element;

use super::{chart::Chart, draw, payload};
use crate::{
    chart::picture::{Panel, WIDTH},
    live::{
        choice,
        dom::{Missing, part},
        pictures,
        plot::Plot,
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
    let [paint, marks, shown, saved] = [(); 4].map(|()| (chart.clone(), chosen.clone()));
    pictures::offer(root, id, move || panels(&saved.0, saved.1.get()))?;
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

fn sentence(chart: &Chart, chosen: usize) -> String {
    chart.sentences.get(chosen).cloned().unwrap_or_default()
}

/// The drawing as it stands, for a picture.
fn panels(chart: &Rc<Chart>, chosen: usize) -> (String, Vec<Panel<'static>>) {
    let (words, height, chart) = (sentence(chart, chosen), f64::from(draw::height(WIDTH, chart)), chart.clone());
    (words, vec![Panel { height, draw: Box::new(move |painter, size| draw::draw(painter, size, &chart, chosen)) }])
}
