//! The figure as a picture to save.

use std::rc::Rc;

use web_sys::Element;

use super::{bars, combinations, data::ShareData, state::State};
use crate::{
    app::figure,
    browser::dom::Missing,
    chart::{
        painter::Painter,
        picture::{Panel, WIDTH},
    },
    figures::{payload, pictures::Shown},
};

/// Bars and line in the state that the interactive `figure` says; a reader's guess is nobody else's.
///
/// # Errors
/// When the data are missing.
pub fn shown(figure: &Element) -> Result<Shown, Missing> {
    let data: Rc<ShareData> = Rc::new(payload::read(figure)?);
    let state = State::parse(&figure::state_of(figure), &data.deployment).0;
    let sentence = data.sentence(&state);
    let upper = f64::from(bars::height(WIDTH, data.bars(&state).len()));
    let lower = f64::from(combinations::height(WIDTH, data.line.rows.len()));
    let (these, those) = ((data.clone(), state.clone()), (data, state));
    let draw_bars = move |painter: &mut Painter<'_>, size| bars::draw(painter, size, &these.0, &these.1);
    let draw_line = move |painter: &mut Painter<'_>, size| combinations::draw(painter, size, &those.0, &those.1, None);
    let panels = vec![Panel { height: upper, draw: Box::new(draw_bars) }, Panel { height: lower, draw: Box::new(draw_line) }];
    Ok(Shown { sentence, panels })
}
