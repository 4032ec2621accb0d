//! The figure as a picture to save.

use web_sys::Element;

use super::{
    dots::{self, Scene},
    layout,
    live::text_of,
    payload,
    state::Step,
};
use crate::{
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    live::{
        address,
        dom::{self, Missing, part},
        pictures::Shown,
    },
};

/// The dots of the step that the living `figure` shows, at rest, with the text of that step.
///
/// # Errors
/// The part that is missing.
pub fn shown(figure: &Element) -> Result<Shown, Missing> {
    let data = payload::read(figure)?;
    let step = Step::parse(&address::told(figure)).0;
    let items: Vec<Element> = dom::all(&part(figure, "steps")?, "li");
    let height = f64::from(layout::height(&data, WIDTH));
    let draw = move |painter: &mut Painter<'_>, size| dots::draw(painter, size, &data, Scene::at(step));
    Ok(Shown { sentence: text_of(step, &items), panels: vec![Panel { height, draw: Box::new(draw) }] })
}
