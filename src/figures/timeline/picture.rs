//! The figure as a picture to save.

use web_sys::Element;

use super::mount::Payload;
use crate::{
    browser::dom::Missing,
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    figures::{payload, pictures::Shown},
};

/// The lanes, which no choice changes.
///
/// # Errors
/// When the data of `figure` are missing.
pub fn shown(figure: &Element) -> Result<Shown, Missing> {
    let Payload { lanes, sentence, .. } = payload::read(figure)?;
    let height = f64::from(lanes.height(WIDTH));
    let draw = move |painter: &mut Painter<'_>, size| lanes.draw(painter, size);
    Ok(Shown { sentence, panels: vec![Panel { height, draw: Box::new(draw) }] })
}
