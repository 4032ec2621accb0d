//! Mounts the figure in the browser: marks with tooltips over the prerendered drawing.

use serde::{Deserialize, Serialize};
use web_sys::Element;

use crate::{
    app::{figure::Figure, slots::Slots},
    browser::dom::Missing,
    chart::mark::Mark,
    figures::payload,
    ui::{announce, plot},
};

/// The size of a mark, in the drawing's own pixels.
const SIZE: f64 = 14.0;

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Payload {
    /// The words of each mark.
    pub labels: Vec<String>,
    /// A layout each: width and height, then the places of the marks, in the drawing's own pixels.
    pub layouts: Vec<Vec<u32>>,
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let payload: Payload = payload::read(root)?;
    let mut slots = Slots::of(root);
    announce::attach(root, figure, &mut slots)?;
    plot::attach_marks(root, figure, &mut slots, "map", move |size| payload.marks(size))?;
    slots.fill();
    Ok(())
}

impl Payload {
    /// The marks in a drawing of `size` CSS pixels: those of the layout that has its proportions.
    fn marks(&self, size: (f64, f64)) -> Vec<Mark> {
        let number = |layout: &[u32], i: usize| f64::from(layout.get(i).copied().unwrap_or(1));
        let unlike = |layout: &&Vec<u32>| (number(layout, 0) * size.1 - number(layout, 1) * size.0).abs();
        let Some(layout) = self.layouts.iter().min_by(|a, b| unlike(a).total_cmp(&unlike(b))) else { return Vec::new() };
        let scale = size.0 / number(layout, 0);
        let mark = |(i, label): (usize, &String)| {
            let [x, y] = [0, 1].map(|n| (number(layout, 2 + 2 * i + n) - SIZE / 2.0) * scale);
            Mark { x, y, width: SIZE * scale, height: SIZE * scale, label: label.clone() }
        };
        self.labels.iter().enumerate().map(mark).collect()
    }
}
