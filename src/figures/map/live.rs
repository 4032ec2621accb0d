//! The living figure: marks with tips over the built drawing.

use std::rc::Rc;

use web_sys::Element;

use super::ID;
use crate::{
    chart::mark::Mark,
    live::{dom::Missing, json, marks_over_built, start::come_alive},
};

/// The size of a mark, in the drawing's own pixels.
const SIZE: f64 = 14.0;

/// What the build left beside the figure.
#[derive(Default)]
struct Data {
    labels: Vec<String>,
    /// A layout each: width and height, then the places of the marks.
    at: Vec<Vec<u32>>,
}

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn start(root: &Element) -> Result<(), Missing> {
    let data = json::read(root, |root| Data {
        labels: root.at("labels").list(|label| label.text()),
        at: root.at("at").list(|layout| layout.list(|number| number.whole())),
    });
    let data = Rc::new(data?);
    marks_over_built::lay(root, "map", Box::new(move |size| data.marks(size)))?;
    come_alive(root, ID)
}

impl Data {
    /// The marks in a drawing of `size` CSS pixels: those of the layout that has its proportions.
    fn marks(&self, size: (f64, f64)) -> Vec<Mark> {
        let number = |layout: &[u32], i: usize| f64::from(layout.get(i).copied().unwrap_or(1));
        let unlike = |layout: &&Vec<u32>| (number(layout, 0) * size.1 - number(layout, 1) * size.0).abs();
        let Some(layout) = self.at.iter().min_by(|a, b| unlike(a).total_cmp(&unlike(b))) else { return Vec::new() };
        let scale = size.0 / number(layout, 0);
        let mark = |(i, label): (usize, &String)| {
            let [x, y] = [0, 1].map(|n| (number(layout, 2 + 2 * i + n) - SIZE / 2.0) * scale);
            Mark { x, y, width: SIZE * scale, height: SIZE * scale, label: label.clone() }
        };
        self.labels.iter().enumerate().map(mark).collect()
    }
}
