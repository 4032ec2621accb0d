//! The second drawing: Russia's share over all combinations of published figures, as ticks on a line from 0 to 100.

use super::{
    bars::NARROW,
    data::ShareData,
    line::{Shape, ShareMark},
    state::State,
};
use crate::{
    chart::{
        mark::Mark,
        painter::{Align, Drawn, Painter, TextLook},
        scale::Scale,
        token::Token,
    },
    text::words::rounded,
};

/// Room for the line's heading above the rows, in CSS pixels.
const TOP: u32 = 28;

/// Room for the scale below the rows, in CSS pixels.
const BOTTOM: u32 = 30;

/// Height of a tick, in CSS pixels.
const TICK: f64 = 20.0;

/// Height of a line of text, in CSS pixels.
const LINE: f64 = 18.0;

/// Room for the rows' names on the left of wide drawings, in CSS pixels.
const NAMES: f64 = 176.0;

/// Room for the label of the chosen combination, "the essay: 74 %", in CSS pixels.
const CHOSEN: f64 = 112.0;

/// Half the width of an open diamond, in CSS pixels.
const RADIUS: f64 = 4.5;

/// From the line on which ticks stand to the middle of a diamond under it, and on to that of one that would overlap it, in
/// CSS pixels.
const UNDER: [f64; 2] = [8.0, 18.0];

/// Room under that line, in CSS pixels.
const DIAMONDS: f64 = 25.0;

/// Room for the label of the reader's guess, "your guess 100 %", in CSS pixels.
const GUESS: f64 = 120.0;

/// The height of the drawing at a width, in CSS pixels.
pub fn height(width: f64, rows: usize) -> u32 {
    let row = if width < NARROW { 82 } else { 70 };
    TOP + BOTTOM + u32::try_from(rows).unwrap_or(0) * row
}

struct Layout {
    narrow: bool,
    scale: Scale,
    row: f64,
}

impl Layout {
    fn new(size: (f64, f64), rows: usize) -> Self {
        let narrow = size.0 < NARROW;
        // Inset so that the labels of 0 and 100 stay inside.
        let range = if narrow { (6.0, size.0 - 7.0) } else { (NAMES, size.0 - 24.0) };
        let rows = f64::from(u32::try_from(rows.max(1)).unwrap_or(1));
        Self { narrow, scale: Scale { domain: (0.0, 100.0), range }, row: (size.1 - f64::from(TOP + BOTTOM)) / rows }
    }

    /// The line on which a row's marks stand.
    fn base(&self, row: usize) -> f64 {
        f64::from(TOP) + self.row * (f64::from(u32::try_from(row).unwrap_or(0)) + 1.0) - DIAMONDS
    }

    /// The middle of a row's name on narrow drawings, where names stand above their rows.
    fn name(&self, row: usize) -> f64 {
        self.base(row) - TICK - 31.0
    }

    fn middle(&self, row: usize) -> f64 {
        self.base(row) - TICK / 2.0
    }

    /// The middle of a label above a row's ticks.
    fn above(&self, row: usize) -> f64 {
        self.base(row) - TICK - 14.0
    }

    /// The centres of the diamonds of sets, in the order of their marks: under their ticks, and lower where they would overlap
    /// the one before.
    fn diamonds<'a>(&self, marks: &'a [ShareMark]) -> impl Iterator<Item = (&'a ShareMark, (f64, f64))> {
        let scale = self.scale;
        let bases: Vec<f64> = (0..=marks.last().map_or(0, |last| last.row)).map(|row| self.base(row)).collect();
        let mut before = (usize::MAX, f64::MIN, false);
        marks.iter().filter(|mark| mark.shape == Shape::Diamond).map(move |mark| {
            let x = scale.px_from(mark.share);
            let is_lower = before.0 == mark.row && !before.2 && x - before.1 < 2.0 * RADIUS + 2.0;
            before = (mark.row, x, is_lower);
            let base = bases.get(mark.row).copied().unwrap_or_default();
            (mark, (x, base + UNDER[usize::from(is_lower)]))
        })
    }

    /// The middle of the label of a `guess`: as near to its line as it has room on that side of one half. Where there is
    /// none, it begins at the left end of that side.
    fn guess(&self, guess: u32, width: f64) -> f64 {
        let (x, half) = (self.scale.px_from(f64::from(guess)), self.scale.px_from(50.0));
        let (from, to) = if guess < 50 { (self.scale.range.0 - 6.0, half) } else { (half, width) };
        x.min(to - GUESS / 2.0).max(from + GUESS / 2.0)
    }
}

/// An upright line at `x` that leaves room for the texts whose middles are at `gaps`, from above.
fn upright(painter: &mut Painter<'_>, x: f64, (from, to): (f64, f64), gaps: impl Iterator<Item = f64>, token: Token) -> Drawn {
    let mut from = from;
    for gap in gaps {
        // A stub between two texts would look like a letter.
        if gap - LINE / 2.0 - from > LINE / 2.0 {
            painter.line((x, from), (x, gap - LINE / 2.0), token, 1.0)?;
        }
        from = gap + LINE / 2.0;
    }
    painter.line((x, from), (x, to), token, 1.0)
}

/// Draws the line of shares for `state` into `size` CSS pixels, with the reader's `guess` in percent if there is one.
///
/// # Errors
/// What the backend reports.
pub fn draw(painter: &mut Painter<'_>, size: (f64, f64), data: &ShareData, state: &State, guess: Option<u32>) -> Drawn {
    let rows = &data.line.rows;
    let at = Layout::new(size, rows.len());
    let look = |token, bold, align| TextLook { token, size: 13.0, bold, align };
    let (top, floor) = (f64::from(TOP), size.1 - f64::from(BOTTOM));
    let half = at.scale.px_from(50.0);
    painter.fill_rect((half, top - 4.0), (at.scale.range.1, floor), Token::Grid, 0.35)?;
    for percent in [0, 25, 50, 75, 100] {
        let x = at.scale.px_from(f64::from(percent));
        painter.line((x, floor), (x, floor + 5.0), Token::Axis, 1.0)?;
        let label = data.words.fill("value_share", &[("value", &percent.to_string())]);
        // Where the axis goes from edge to edge, its ends would be cut.
        let align = match percent {
            0 if at.narrow => Align::Start,
            100 if at.narrow => Align::End,
            _ => Align::Middle,
        };
        painter.text(&label, (x, floor + 16.0), look(Token::Text2, false, align))?;
    }
    painter.line((at.scale.range.0, floor), (at.scale.range.1, floor), Token::Axis, 1.0)?;
    painter.line((half, top - 22.0), (half, floor), Token::Text, 1.0)?;
    // First what is written in one font, then in the other: another font is what costs a canvas most.
    for (i, row) in rows.iter().enumerate() {
        let (place, align) =
            if at.narrow { ((at.scale.range.1 - 4.0, at.name(i)), Align::End) } else { ((0.0, at.middle(i) + 8.0), Align::Start) };
        painter.text(&row.range, place, look(Token::Text2, false, align))?;
    }
    painter.text(&data.line.note, (half + 8.0, top - 15.0), look(Token::Text, true, Align::Start))?;
    for (i, row) in rows.iter().enumerate() {
        let y = if at.narrow { at.name(i) } else { at.middle(i) - 8.0 };
        painter.text(&row.name, (0.0, y), look(Token::Text, true, Align::Start))?;
        painter.line((at.scale.range.0, at.base(i)), (at.scale.range.1, at.base(i)), Token::Grid, 1.0)?;
    }
    for mark in data.line.marks.iter().filter(|m| m.shape == Shape::Tick) {
        let x = at.scale.px_from(mark.share);
        painter.line((x, at.base(mark.row) - TICK), (x, at.base(mark.row)), Token::Text2, 1.25)?;
    }
    for (_, centre) in at.diamonds(&data.line.marks) {
        painter.diamond(centre, RADIUS, Token::Russia, false)?;
    }
    if let Some(guess) = guess {
        let y = at.above(rows.len().saturating_sub(1));
        // Not through a name.
        let names = || (0..rows.len()).filter(|_| at.narrow).map(|row| at.name(row));
        upright(painter, at.scale.px_from(f64::from(guess)), (top - 4.0, floor), names().chain([y]), Token::Text2)?;
        let label = data.words.fill("guess_mark", &[("share", &guess.to_string())]);
        painter.text(&label, (at.guess(guess, size.0), y), look(Token::Text2, false, Align::Middle))?;
    }
    chosen(painter, &at, data, state)
}

/// The chosen combination: a filled diamond with its share, on the row of its Belarusian count.
fn chosen(painter: &mut Painter<'_>, at: &Layout, data: &ShareData, state: &State) -> Drawn {
    let share = data.share(state);
    let row = data.row_of(&state.counts);
    let x = at.scale.px_from(share);
    painter.line((x, at.base(row) - TICK - 6.0), (x, at.base(row)), Token::Russia, 2.0)?;
    painter.diamond((x, at.middle(row)), 6.0, Token::Russia, true)?;
    // Nobody chose what stood there before.
    let key = if *state == (State { unit: state.unit, ..State::default_of(&data.deployment) }) { "chosen_essay" } else { "chosen" };
    let label = data.words.fill(key, &[("share", &rounded(share).to_string())]);
    let look = TextLook { token: Token::Text, size: 13.0, bold: true, align: Align::Start };
    painter.text(&label, ((x - 6.0).min(at.scale.range.1 - CHOSEN), at.above(row)), look)
}

/// What tick and diamonds stand for, in a line whose middle is `y` CSS pixels down: for a drawing without its figure's text.
///
/// # Errors
/// What the backend reports.
#[cfg(feature = "ssr")]
pub fn key(painter: &mut Painter<'_>, width: f64, y: f64, data: &ShareData) -> Drawn {
    let look = TextLook { token: Token::Text2, size: 13.0, bold: false, align: Align::Start };
    // Each as wide as its words need in a narrow drawing.
    let parts = if width < NARROW { [4.0, 122.0, 246.0] } else { [NAMES, NAMES + 136.0, NAMES + 276.0] };
    painter.line((parts[0], y - TICK / 3.0), (parts[0], y + TICK / 3.0), Token::Text2, 1.25)?;
    painter.diamond((parts[1], y), RADIUS, Token::Russia, false)?;
    painter.diamond((parts[2], y), RADIUS + 1.0, Token::Russia, true)?;
    for (x, key) in parts.into_iter().zip(["stage_tick", "stage_set", "stage_essay"]) {
        painter.text(data.words.get(key), (x + 10.0, y), look)?;
    }
    Ok(())
}

/// Every combination and every published list as a mark.
pub fn marks(size: (f64, f64), data: &ShareData) -> Vec<Mark> {
    let at = Layout::new(size, data.line.rows.len());
    let mut diamonds = at.diamonds(&data.line.marks);
    let mark = |m: &ShareMark| {
        let (x, y, width, height) = match m.shape {
            Shape::Tick => (at.scale.px_from(m.share) - 3.0, at.base(m.row) - TICK - 2.0, 6.0, TICK + 3.0),
            Shape::Diamond => {
                let (x, y) = diamonds.next().map(|(_, centre)| centre).unwrap_or_default();
                (x - RADIUS, y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS)
            }
        };
        Mark { x, y, width, height, label: m.label.clone() }
    };
    data.line.marks.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diamonds_do_not_overlap() {
        let mark = |share, row| ShareMark { label: String::new(), share, row, shape: Shape::Diamond };
        let marks = [mark(52.2, 1), mark(53.2, 1), mark(61.2, 1), mark(62.0, 1), mark(75.6, 2), mark(75.9, 2)];
        for width in [312.0, 640.0] {
            let at = Layout::new((width, f64::from(height(width, 3))), 3);
            let centres: Vec<_> = at.diamonds(&marks).map(|(_, centre)| centre).collect();
            for (i, a) in centres.iter().enumerate() {
                assert!(a.1 + RADIUS < at.base(marks[i].row) + DIAMONDS, "{a:?} at {width}");
                for b in &centres[i + 1..] {
                    assert!((a.0 - b.0).abs() + (a.1 - b.1).abs() >= 2.0 * RADIUS, "{a:?} and {b:?} at {width}");
                }
            }
        }
    }

    #[test]
    fn the_label_of_a_guess_stays_in_the_drawing_and_off_the_line_of_one_half() {
        for width in [312.0, 640.0] {
            let at = Layout::new((width, f64::from(height(width, 3))), 3);
            let half = at.scale.px_from(50.0);
            for guess in 0..=100 {
                let middle = at.guess(guess, width);
                let (from, to) = (middle - GUESS / 2.0, middle + GUESS / 2.0);
                assert!(from >= 0.0 && to <= width && (to <= half || from >= half), "{guess} at {width}: {from} to {to}");
            }
        }
    }

    #[test]
    fn where_the_label_of_a_guess_has_no_room_it_begins_at_the_left_end_of_its_side() {
        for width in [1.0, 120.0, 240.0] {
            let at = Layout::new((width, f64::from(height(width, 3))), 3);
            assert_eq!(at.guess(40, width) - GUESS / 2.0, 0.0, "{width}");
        }
    }
}
