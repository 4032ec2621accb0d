//! The figure as a picture to save.

use web_sys::Element;

use super::payload;
use crate::{
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    live::{dom::Missing, pictures::Shown},
};

/// The lanes, which no choice changes.
///
/// # Errors
/// When the data of `figure` are missing.
pub(crate) fn shown(figure: &Element) -> Result<Shown, Missing> {
    let (lanes, words) = payload::read(figure)?;
    let (sentence, height) = (words.get("sentence").to_owned(), f64::from(lanes.height(WIDTH)));
    let draw = move |painter: &mut Painter<'_>, size| lanes.draw(painter, size);
    Ok(Shown { sentence, panels: vec![Panel { height, draw: Box::new(draw) }] })
}
