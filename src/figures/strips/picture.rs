//! The figure as a picture to save.

use web_sys::Element;

use super::{draw, mount::Payload};
use crate::{
    app::figure,
    browser::dom::Missing,
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    figures::{payload, pictures::Shown},
};

/// The bars of the choice that the interactive `figure` shows.
///
/// # Errors
/// The part that is missing.
pub fn shown(figure: &Element) -> Result<Shown, Missing> {
    let Payload { chart, choice } = payload::read(figure)?;
    let chosen = choice.choice.parse(&figure::state_of(figure)).0;
    let (sentence, height) = (choice.sentences.get(chosen).cloned().unwrap_or_default(), f64::from(draw::height(WIDTH, &chart)));
    let draw = move |painter: &mut Painter<'_>, size| draw::draw(painter, size, &chart, chosen);
    Ok(Shown { sentence, panels: vec![Panel { height, draw: Box::new(draw) }] })
}
