//! The first drawing: bars by sender from zero, each in the texture of its dots: filled where the sender gave the number,
//! half dots where somebody else did, rings for the remainder.

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
    figures::troop_dots::data::Known,
    text::words::{grouped, rounded},
};

/// Below this width, in CSS pixels, names stand above their bars.
pub const NARROW: f64 = 420.0;

/// Room for the names on the left of wide drawings, in CSS pixels.
const NAMES: f64 = 104.0;

/// Room for the axis of shares below the rows, in CSS pixels.
pub const AXIS: f64 = 26.0;

/// From dot to dot in a bar, narrow and wide, in CSS pixels: about that of the drawing of dots, whose texture it is.
const PITCH: [f64; 2] = [5.0, 10.0];

/// The height of the drawing at a width, in CSS pixels, for `bars` bars.
pub fn height(width: f64, bars: usize) -> u32 {
    let rows = u32::try_from(bars).unwrap_or(0);
    if width < NARROW { rows * 48 } else { rows * 36 }
}

/// Room for the labels on the right of wide drawings, in CSS pixels: for "1,850, inferred" beside the longest bar, for
/// "74 % (51 to 75)" beside a share, and for "21 or 54".
fn labels(unit: Unit) -> f64 {
    match unit {
        Unit::Troops => 128.0,
        Unit::Share => 60.0,
        Unit::PerMillion => 76.0,
    }
}

/// A bar's value as written beside it; with other values that published numbers give, where they are drawn.
pub fn value_label(bar: &Bar, unit: Unit, data: &ShareData) -> String {
    let value = rounded(bar.value(unit));
    let label = one_value(value, unit, data);
    let ends = data.span(bar, unit).map(|ends| ends.map(rounded));
    match ends {
        Some([low, high]) if bar.is_inferred() => {
            data.words.fill("value_range", &[("value", &*label), ("low", &grouped(low)), ("high", &grouped(high))])
        }
        Some(ends) => ends
            .into_iter()
            .filter(|end| *end != value)
            .fold(label, |label, other| data.words.fill("value_or", &[("value", &*label), ("other", &grouped(other))])),
        None if bar.is_inferred() => data.words.fill("inferred", &[("value", &label)]),
        None => label,
    }
}

fn one_value(value: u32, unit: Unit, data: &ShareData) -> String {
    let key = match unit {
        Unit::Troops => "value_troops",
        Unit::Share => "value_share",
        Unit::PerMillion => "value_per_million",
    };
    data.words.fill(key, &[("value", &grouped(value))])
}

/// Where one bar stands, in CSS pixels.
struct Row {
    top: f64,
    height: f64,
    start: (f64, f64),
    end: (f64, f64),
}

/// The end of the scale of bars: all for shares, else the longest, or what other published numbers make of one.
pub fn end(data: &ShareData, bars: &[Bar], unit: Unit) -> f64 {
    let longest = |bar: &Bar| data.span(bar, unit).map_or(0.0, |[_, high]| high).max(bar.value(unit));
    if unit == Unit::Share { 100.0 } else { bars.iter().map(longest).fold(1.0, f64::max) }
}

/// Where the bars stand.
struct Layout {
    narrow: bool,
    scale: Scale,
    /// The lower edge of the rows.
    floor: f64,
    rows: Vec<Row>,
}

impl Layout {
    fn new(size: (f64, f64), data: &ShareData, bars: &[Bar], unit: Unit) -> Self {
        let narrow = size.0 < NARROW;
        let range = if narrow { (0.0, size.0) } else { (NAMES, size.0 - labels(unit)) };
        let scale = Scale { domain: (0.0, end(data, bars, unit)), range };
        let floor = size.1 - if unit == Unit::Share { AXIS } else { 0.0 };
        let height = floor / f64::from(u32::try_from(bars.len().max(1)).unwrap_or(1));
        let mut top = 0.0;
        let row = |bar: &Bar| {
            let (above, below) = if narrow { (20.0, 8.0) } else { ((height * 0.2).max(8.0), (height * 0.2).max(8.0)) };
            let (upper, lower) = (top + above, top + height - below);
            let row = Row { top, height, start: (range.0, upper), end: (scale.px_from(bar.value(unit)), lower) };
            top += height;
            row
        };
        Self { narrow, scale, floor, rows: bars.iter().map(row).collect() }
    }

    fn middle(&self, row: &Row) -> f64 {
        if self.narrow { row.top + 10.0 } else { row.top + row.height / 2.0 }
    }
}

/// Draws the bars of `state` into `size` CSS pixels.
///
/// # Errors
/// What the backend reports.
pub fn draw(painter: &mut Painter<'_>, size: (f64, f64), data: &ShareData, state: &State) -> Drawn {
    let bars = data.shown(state);
    let at = Layout::new(size, data, &bars, state.unit);
    let pairs = || bars.iter().zip(&at.rows);
    let look = |bold, align| TextLook { token: Token::Text, size: 14.0, bold, align };
    // First all names, then all values: another font is what costs a canvas most.
    for (bar, row) in pairs() {
        let (x, align) = if at.narrow { (0.0, Align::Start) } else { (row.start.0 - 10.0, Align::End) };
        painter.text(&bar.name, (x, at.middle(row)), look(true, align))?;
    }
    for (bar, row) in pairs() {
        let end = data.span(bar, state.unit).map_or(0.0, |[_, high]| at.scale.px_from(high)).max(row.end.0);
        let (x, align) = if at.narrow { (size.0, Align::End) } else { (end + 8.0, Align::Start) };
        painter.text(&value_label(bar, state.unit, data), (x, at.middle(row)), look(false, align))?;
    }
    let pitch = PITCH[usize::from(!at.narrow)];
    for (bar, row) in pairs() {
        match bar.known {
            Known::Own => painter.fill_rect(row.start, row.end, Token::Ally, 1.0)?,
            Known::Other => painter.ring_rect(row.start, row.end, Token::Ally, pitch, true)?,
            Known::Inferred => painter.ring_rect(row.start, row.end, Token::Russia, pitch, false)?,
        }
        if at.narrow {
            // A whole line would run through the names.
            painter.line((0.0, row.start.1 - 3.0), (0.0, row.end.1 + 3.0), Token::Axis, 1.0)?;
        }
    }
    if !at.narrow {
        painter.line((NAMES, 0.0), (NAMES, at.floor), Token::Axis, 1.0)?;
    }
    if state.unit == Unit::Share {
        axis(painter, &at, data)?;
    }
    for (bar, row) in pairs() {
        if let Some([low, high]) = data.span(bar, state.unit) {
            whisker(painter, (at.scale.px_from(low), at.scale.px_from(high)), (row.start.1 + row.end.1) / 2.0)?;
        }
    }
    Ok(())
}

/// The axis of shares, with a line at one half over all rows.
fn axis(painter: &mut Painter<'_>, at: &Layout, data: &ShareData) -> Drawn {
    let (from, to) = at.scale.range;
    painter.line((from, at.floor), (to, at.floor), Token::Axis, 1.0)?;
    for percent in [0, 25, 50, 75, 100] {
        let (x, is_half) = (at.scale.px_from(f64::from(percent)), percent == 50);
        painter.line((x, at.floor), (x, at.floor + 5.0), Token::Axis, 1.0)?;
        // Where the axis goes from edge to edge, its ends would be cut.
        let align = match percent {
            0 if at.narrow => Align::Start,
            100 if at.narrow => Align::End,
            _ => Align::Middle,
        };
        let look = TextLook { token: if is_half { Token::Text } else { Token::Text2 }, size: 13.0, bold: is_half, align };
        painter.text(&one_value(percent, Unit::Share, data), (x, at.floor + 16.0), look)?;
        if is_half {
            painter.line((x, 0.0), (x, at.floor), Token::Text, 1.0)?;
        }
    }
    Ok(())
}

/// A line with ends, over what other published numbers give.
fn whisker(painter: &mut Painter<'_>, (low, high): (f64, f64), middle: f64) -> Drawn {
    if high - low < 1.0 {
        return Ok(());
    }
    painter.line((low, middle), (high, middle), Token::Paper, 6.0)?;
    painter.line((low, middle), (high, middle), Token::Text, 2.0)?;
    for x in [low, high] {
        painter.line((x, middle - 5.0), (x, middle + 5.0), Token::Text, 2.0)?;
    }
    Ok(())
}

/// The bars as marks: each as wide as the drawing, so that a short bar is as easy to reach as a long one.
pub fn marks(size: (f64, f64), data: &ShareData, state: &State) -> Vec<Mark> {
    let bars = data.shown(state);
    let rows = Layout::new(size, data, &bars, state.unit).rows;
    let mark =
        |(bar, row): (&Bar, Row)| Mark { x: 0.0, y: row.top + 2.0, width: size.0, height: row.height - 4.0, label: data.bar_words(bar) };
    bars.iter().zip(rows).map(mark).collect()
}
