//! The first drawing: bars by sender from zero, the remainder in rings.

use super::{
    data::{Bar, ShareData},
    state::{State, Unit},
};
use crate::{
    chart::{
        mark::Mark,
        painter::{Align, Drawn, Painter, TextLook},
        scale::Scale,
        token::Token,
    },
    text::words::{grouped, rounded},
};

/// Below this width, in CSS pixels, names stand above their bars.
pub const NARROW: f64 = 420.0;

/// Room for the names on the left of wide drawings, in CSS pixels.
const NAMES: f64 = 104.0;

/// Room for the longest label on the right, "1,850, inferred", in CSS pixels.
const LABELS: f64 = 128.0;

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

/// Where one bar stands, in CSS pixels.
struct Row {
    top: f64,
    height: f64,
    start: (f64, f64),
    end: (f64, f64),
}

/// The end of the scale of bars: all for shares, else the longest.
pub fn end(bars: &[Bar], unit: Unit) -> f64 {
    if unit == Unit::Share { 100.0 } else { bars.iter().map(|b| b.value(unit)).fold(1.0, f64::max) }
}

fn rows(size: (f64, f64), bars: &[Bar], unit: Unit) -> Vec<Row> {
    let narrow = size.0 < NARROW;
    let range = if narrow { (0.0, size.0) } else { (NAMES, size.0 - LABELS) };
    let scale = Scale { domain: (0.0, end(bars, unit)), range };
    let height = size.1 / f64::from(u32::try_from(bars.len().max(1)).unwrap_or(1));
    let mut top = 0.0;
    let row = |bar: &Bar| {
        let (upper, lower) = if narrow { (top + 22.0, top + 38.0) } else { (top + 8.0, top + height - 8.0) };
        let row = Row { top, height, start: (range.0, upper), end: (scale.px_from(bar.value(unit)), lower) };
        top += height;
        row
    };
    bars.iter().map(row).collect()
}

/// Draws the bars of `state` into `size` CSS pixels.
///
/// # Errors
/// What the backend reports.
pub fn draw(painter: &mut Painter<'_>, size: (f64, f64), data: &ShareData, state: &State) -> Drawn {
    let bars = data.bars(state);
    let narrow = size.0 < NARROW;
    let rows = rows(size, &bars, state.unit);
    let pairs = || bars.iter().zip(&rows);
    let look = |bold, align| TextLook { token: Token::Text, size: 14.0, bold, align };
    let middle = |row: &Row| if narrow { row.top + 11.0 } else { row.top + row.height / 2.0 };
    // First all names, then all values: another font is what costs a canvas most.
    for (bar, row) in pairs() {
        let (x, align) = if narrow { (0.0, Align::Start) } else { (row.start.0 - 10.0, Align::End) };
        painter.text(&bar.name, (x, middle(row)), look(true, align))?;
    }
    for (bar, row) in pairs() {
        let (x, align) = if narrow { (size.0, Align::End) } else { (row.end.0 + 8.0, Align::Start) };
        painter.text(&value_label(bar, state.unit, data), (x, middle(row)), look(false, align))?;
    }
    for (bar, row) in pairs() {
        if bar.inferred {
            painter.ring_rect(row.start, row.end, Token::Russia)?;
        } else {
            painter.fill_rect(row.start, row.end, Token::Ally, 1.0)?;
        }
    }
    let zero = if narrow { 0.0 } else { NAMES };
    painter.line((zero, 0.0), (zero, size.1), Token::Axis, 1.0)
}

/// The bars as marks: each as wide as the drawing, so that a short bar is as easy to reach as a long one.
pub fn marks(size: (f64, f64), data: &ShareData, state: &State) -> Vec<Mark> {
    let bars = data.bars(state);
    let mark =
        |(bar, row): (&Bar, Row)| Mark { x: 0.0, y: row.top + 2.0, width: size.0, height: row.height - 4.0, label: data.bar_words(bar) };
    bars.iter().zip(rows(size, &bars, state.unit)).map(mark).collect()
}
