//! The drawing: bars by sender from zero, the remainder hatched.

use plotters_backend::DrawingBackend;

use super::{
    data::{Bar, ShareData},
    state::{State, Unit},
};
use crate::{
    chart::{
        painter::{Align, Drawn, Painter, TextLook},
        scale::Scale,
        token::Token,
    },
    figures::words::{grouped, rounded},
};

/// Below this width, in CSS pixels, names stand above their bars.
pub const NARROW: f64 = 420.0;

/// The height of the drawing at a width, in CSS pixels, for `bars` bars.
pub fn height(width: f64, bars: usize) -> u32 {
    let rows = u32::try_from(bars).unwrap_or(0);
    if width < NARROW { rows * 48 } else { rows * 36 }
}

/// A bar's value as written beside it.
pub fn value_label(bar: &Bar, unit: Unit, data: &ShareData) -> String {
    let value = rounded(bar.value(unit));
    let key = match unit {
        Unit::Troops => "value_troops",
        Unit::Share => "value_share",
        Unit::PerMillion => "value_per_million",
    };
    let label = data.words.fill(key, &[("value", &grouped(value))]);
    if bar.inferred { data.words.fill("inferred", &[("value", &label)]) } else { label }
}

/// Draws the bars of `state` into `size` CSS pixels.
///
/// # Errors
/// What the backend reports.
pub fn bars<DB: DrawingBackend>(painter: &mut Painter<'_, DB>, size: (f64, f64), data: &ShareData, state: &State) -> Drawn<DB> {
    let bars = data.bars(state);
    let narrow = size.0 < NARROW;
    // Room for the names on the left and the longest label, "1,850, inferred", on the right.
    let range = if narrow { (0.0, size.0) } else { (104.0, size.0 - 128.0) };
    let most = bars.iter().map(|b| b.value(state.unit)).fold(1.0, f64::max);
    let scale = Scale { domain: (0.0, if state.unit == Unit::Share { 100.0 } else { most }), range };
    let look = |token, bold, align| TextLook { token, size: 14.0, bold, align };
    let row = size.1 / f64::from(u32::try_from(bars.len().max(1)).unwrap_or(1));
    let mut top = 0.0;
    for bar in &bars {
        let label = value_label(bar, state.unit, data);
        let end = scale.px_from(bar.value(state.unit));
        let token = if bar.inferred { Token::Russia } else { Token::Ally };
        let (upper, lower) = if narrow { (top + 22.0, top + 38.0) } else { (top + 8.0, top + row - 8.0) };
        if narrow {
            painter.text(&bar.name, (0.0, top + 11.0), look(Token::Ink, true, Align::Start))?;
            painter.text(&label, (size.0, top + 11.0), look(Token::Ink, false, Align::End))?;
        } else {
            painter.text(&bar.name, (range.0 - 10.0, top + row / 2.0), look(Token::Ink, true, Align::End))?;
            painter.text(&label, (end + 8.0, top + row / 2.0), look(Token::Ink, false, Align::Start))?;
        }
        if bar.inferred {
            painter.hatch_rect((range.0, upper), (end, lower), 6.0, token)?;
            painter.stroke_rect((range.0, upper), (end, lower), token, 1.25)?;
        } else {
            painter.fill_rect((range.0, upper), (end, lower), token, 1.0)?;
        }
        top += row;
    }
    painter.line((range.0, 0.0), (range.0, size.1), Token::Axis, 1.0)
}
