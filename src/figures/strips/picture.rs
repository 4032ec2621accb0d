//! The figure as a picture to save.

use web_sys::{Element, HtmlInputElement};

use super::{draw, payload};
use crate::{
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    live::{
        dom::{self, Missing, part},
        pictures::Shown,
    },
};

/// The bars of the choice that the living `figure` shows.
///
/// # Errors
/// The part that is missing.
pub(crate) fn shown(figure: &Element) -> Result<Shown, Missing> {
    let chart = payload::read(figure)?;
    let radios: Vec<HtmlInputElement> = dom::all(&part(figure, "controls")?, "input");
    let chosen = radios.iter().position(HtmlInputElement::checked).unwrap_or(0);
    let (sentence, height) = (chart.sentence(chosen), f64::from(draw::height(WIDTH, &chart)));
    let draw = move |painter: &mut Painter<'_>, size| draw::draw(painter, size, &chart, chosen);
    Ok(Shown { sentence, panels: vec![Panel { height, draw: Box::new(draw) }] })
}
