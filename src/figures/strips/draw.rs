//! The drawing and its marks: names on the left of wide drawings, above the bars of narrow ones.

use super::chart::{Chart, Look, Strip, Tick};
use crate::chart::{
    mark::Mark,
    painter::{Align, Drawn, Painter, TextLook},
    scale::Scale,
    token::Token,
};

/// Below this width, in CSS pixels, names stand above their bars.
const NARROW: f64 = 420.0;

/// Room for the names on the left of wide drawings, in CSS pixels.
const NAMES: f64 = 190.0;

/// Height of a bar, in CSS pixels.
const BAR: f64 = 16.0;

/// From a bar's lower edge to the base of the ticks under it, in CSS pixels.
const UNDER: f64 = 14.0;

/// Room for the axis below the strips, in CSS pixels.
const AXIS: u32 = 28;

/// The length of the dashed box that stands for a number nobody published, in CSS pixels: that of its words.
const EMPTY: f64 = 112.0;

/// An outline longer than this, in CSS pixels, holds its own label.
const HOLDS_LABEL: f64 = 120.0;

/// Room for a label beside its bar, in CSS pixels; where there is less, the bar holds it.
const LABEL: f64 = 44.0;

/// Half the width of a mark around a tick, in CSS pixels.
const REACH: f64 = 4.0;

/// The height of the drawing at a width, in CSS pixels.
pub fn height(width: f64, chart: &Chart) -> u32 {
    let rows = u32::try_from(chart.shown(0).count()).unwrap_or(0);
    rows * if width < NARROW { 64 } else { 52 } + AXIS
}

struct Layout {
    width: f64,
    narrow: bool,
    scale: Scale,
    row: f64,
    /// From the top of a row to that of its bar.
    above: f64,
}

impl Layout {
    fn new(size: (f64, f64), chart: &Chart) -> Self {
        let narrow = size.0 < NARROW;
        let rows = f64::from(u32::try_from(chart.shown(0).count().max(1)).unwrap_or(1));
        // Inset so that the last label of the axis stays inside.
        let range = if narrow { (2.0, size.0 - 22.0) } else { (NAMES, size.0 - 24.0) };
        Self {
            width: size.0,
            narrow,
            scale: Scale { domain: (0.0, f64::from(chart.max)), range },
            row: (size.1 - f64::from(AXIS)) / rows,
            above: if narrow { 21.0 } else { 6.0 },
        }
    }

    /// The upper edge of a row's bar.
    fn top(&self, row: usize) -> f64 {
        self.row * f64::from(u32::try_from(row).unwrap_or(0)) + self.above
    }

    fn px(&self, value: u32) -> f64 {
        self.scale.px_from(f64::from(value))
    }

    fn zero(&self) -> f64 {
        self.scale.range.0
    }
}

fn look(token: Token, size: f64, bold: bool, align: Align) -> TextLook {
    TextLook { token, size, bold, align }
}

/// Draws a choice into `size` CSS pixels.
///
/// # Errors
/// What the backend reports.
pub fn draw(painter: &mut Painter<'_>, size: (f64, f64), chart: &Chart, chosen: usize) -> Drawn {
    let at = Layout::new(size, chart);
    let floor = size.1 - f64::from(AXIS);
    for (value, label) in &chart.axis {
        let x = at.px(*value);
        painter.line((x, floor), (x, floor + 5.0), Token::Axis, 1.0)?;
        let is_line = chart.line == Some(*value);
        let (token, align) = (if is_line { Token::Text } else { Token::Text2 }, if *value == 0 { Align::Start } else { Align::Middle });
        painter.text(label, (if *value == 0 { x - 2.0 } else { x }, floor + 16.0), look(token, 13.0, is_line, align))?;
    }
    painter.line((at.zero(), floor), (at.scale.range.1, floor), Token::Axis, 1.0)?;
    for (row, strip) in chart.shown(chosen).enumerate() {
        let top = at.top(row);
        head(painter, &at, top, strip)?;
        bar(painter, &at, top, chart.token, strip)?;
        ticks(painter, &at, top + BAR, strip)?;
        if let Some(value) = chart.line {
            // A whole line would run through the words of narrow drawings.
            let (from, to) = if at.narrow { (top - 3.0, top + BAR + 3.0) } else { (top - at.above, top - at.above + at.row) };
            painter.line((at.px(value), from), (at.px(value), to), Token::Text, 1.0)?;
        }
    }
    Ok(())
}

/// Text where there is any.
fn words(painter: &mut Painter<'_>, text: &str, at: (f64, f64), look: TextLook) -> Drawn {
    if text.is_empty() { Ok(()) } else { painter.text(text, at, look) }
}

fn head(painter: &mut Painter<'_>, at: &Layout, top: f64, strip: &Strip) -> Drawn {
    let (name, note, align) = if at.narrow {
        ((0.0, top - 11.0), (at.width, top - 11.0), Align::End)
    } else {
        ((0.0, top + BAR / 2.0), (0.0, top + BAR / 2.0 + 17.0), Align::Start)
    };
    painter.text(&strip.name, name, look(Token::Text, 14.0, true, Align::Start))?;
    words(painter, &strip.note, note, look(Token::Text2, 13.0, false, align))
}

fn bar(painter: &mut Painter<'_>, at: &Layout, top: f64, token: Token, strip: &Strip) -> Drawn {
    let (from, to) = ((at.zero(), top), (at.px(strip.value), top + BAR));
    let middle = top + BAR / 2.0;
    if let Some(frame) = strip.frame {
        painter.stroke_rect(from, (at.px(frame), to.1), Token::Text2, 1.25)?;
    }
    match strip.look {
        Look::Solid => painter.fill_rect(from, to, token, 1.0)?,
        Look::Tint => painter.fill_rect(from, to, token, 0.3)?,
        Look::Rings => painter.ring_rect(from, to, token, BAR / 2.0, false)?,
        Look::Outline => {}
        Look::Empty => {
            painter.dash_rect(from, (from.0 + EMPTY, to.1), Token::Text2)?;
            return painter.text(&strip.label, (from.0 + EMPTY / 2.0, middle), look(Token::Text2, 13.0, false, Align::Middle));
        }
    }
    if !matches!(strip.look, Look::Solid | Look::Rings) {
        painter.stroke_rect(from, to, token, 1.25)?;
    }
    let mut end = to.0.max(strip.frame.map_or(0.0, |frame| at.px(frame)));
    if end - from.0 > at.width / 2.0 && strip.frame.is_some() {
        end = to.0;
    }
    if let Some(span) = &strip.span {
        let (low, high) = (at.px(span.low), at.px(span.high));
        painter.line((low, middle), (high, middle), Token::Paper, 5.0)?;
        painter.line((low, middle), (high, middle), Token::Text, 2.0)?;
        for x in [low, high] {
            painter.line((x, middle - 5.0), (x, middle + 5.0), Token::Text, 2.0)?;
        }
        end = end.max(high);
        words(painter, &span.words, (low + 5.0, to.1 + UNDER / 2.0 + 3.0), look(Token::Text2, 13.0, false, Align::Start))?;
    }
    let is_full = end + LABEL > at.width;
    let holds = is_full || strip.look == Look::Outline && to.0 - from.0 > HOLDS_LABEL;
    let (x, align) = if holds { (to.0 - 8.0, Align::End) } else { (end + 7.0, Align::Start) };
    let token = if is_full && strip.look == Look::Solid { Token::Paper } else { Token::Text };
    painter.text(&strip.label, (x, middle), look(token, 14.0, strip.look != Look::Outline, align))
}

/// The ticks of a strip whose bar ends at `base`, and the words beside them.
fn ticks(painter: &mut Painter<'_>, at: &Layout, base: f64, strip: &Strip) -> Drawn {
    for rival in &strip.rivals {
        let (from, to) = ((at.px(rival.at) - 2.0, base - BAR - 2.0), (at.px(rival.at) + 2.0, base + UNDER));
        painter.fill_rect(from, to, Token::Paper, 1.0)?;
        painter.stroke_rect(from, to, Token::Text2, 1.0)?;
    }
    // One path for all: down each tick, along the base to the next.
    let floor = base + UNDER;
    let mut comb = Vec::with_capacity(strip.others.len() * 3);
    for other in &strip.others {
        let x = at.px(other.at);
        comb.extend([(x, floor), (x, floor - 9.0), (x, floor)]);
    }
    if !comb.is_empty() {
        painter.polyline(&comb, Token::Ally, 1.5)?;
    }
    let all = || strip.rivals.iter().chain(&strip.others);
    let (first, last) = (all().map(|t| at.px(t.at)).fold(at.width, f64::min), all().map(|t| at.px(t.at)).fold(at.zero() - 8.0, f64::max));
    let (x, align) = if last > at.width * 0.6 { (first - 8.0, Align::End) } else { (last + 8.0, Align::Start) };
    words(painter, &strip.under, (x, base + UNDER / 2.0 + 3.0), look(Token::Text2, 13.0, false, align))
}

/// Every bar and every tick of a choice as a mark.
pub(crate) fn marks(size: (f64, f64), chart: &Chart, chosen: usize) -> Vec<Mark> {
    let at = Layout::new(size, chart);
    let mut marks = Vec::new();
    for (row, strip) in chart.shown(chosen).enumerate() {
        let top = at.top(row);
        let mut mark = |x: f64, y, width, height, tooltip: &str| {
            marks.push(Mark { x, y, width, height, label: [tooltip, &*strip.tail].concat() });
        };
        let width = if strip.look == Look::Empty { EMPTY } else { at.px(strip.value) - at.zero() };
        mark(at.zero(), top, width, BAR, &strip.tooltip);
        let under = |tick: &Tick| (at.px(tick.at) - REACH, top + BAR + 1.0);
        for tick in strip.rivals.iter().chain(&strip.others) {
            let (x, y) = under(tick);
            mark(x, y, 2.0 * REACH, UNDER + 1.0, &tick.tooltip);
        }
    }
    marks
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{chart::svg, figures::strips::chart::round_axis};

    #[test]
    fn a_bar_as_long_as_the_axis_holds_its_label() {
        let strip = |value, label: &str| Strip { value, label: label.into(), ..Strip::default() };
        let strips = vec![strip(238, "longest"), strip(151, "shorter")];
        let chart = Chart { token: Token::Text, max: 238, axis: round_axis(238), line: None, strips, sentences: Vec::new() };
        let size = (312, height(312.0, &chart));
        let drawn = svg::inline(size, "narrow", svg::MIDDLE, |painter| draw(painter, (312.0, f64::from(size.1)), &chart, 0));
        let svg = drawn.expect("it is drawn");
        let tag = |label: &str| svg.split("<text").find(|tag| tag.contains(label)).map(str::to_owned).unwrap_or_default();
        assert!(tag("longest").contains("text-anchor=\"end\"") && tag("longest").contains("--paper"), "{svg}");
        assert!(!tag("shorter").contains("text-anchor=\"end\""), "{svg}");
    }
}
