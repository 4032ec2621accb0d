//! The figure as a picture to save.

use web_sys::Element;

use super::{
    dots::{self, Scene},
    layout,
    mount::Payload,
    state::Step,
};
use crate::{
    app::figure,
    browser::dom::Missing,
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    figures::{payload, pictures::Shown},
};

/// The dots of the step that the interactive `figure` shows, at rest, with the text of that step.
///
/// # Errors
/// The part that is missing.
pub fn shown(figure: &Element) -> Result<Shown, Missing> {
    let Payload { data, texts } = payload::read(figure)?;
    let step = Step::parse(&figure::state_of(figure)).0;
    let sentence = texts.steps.get(step.index()).map_or_else(String::new, |text| text.plain.clone());
    let height = f64::from(layout::height(&data, WIDTH));
    let draw = move |painter: &mut Painter<'_>, size| dots::draw(painter, size, &data, Scene::at(step));
    Ok(Shown { sentence, panels: vec![Panel { height, draw: Box::new(draw) }] })
}
