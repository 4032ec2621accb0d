//! The drawing: a lane per state from 1992, a thin bar for the treaty, a thick one for the organisation.

use serde::{Deserialize, Serialize};

use crate::chart::{
    mark::Mark,
    painter::{Align, Drawn, Painter, TextLook},
    scale::Scale,
    token::Token,
};

/// Below this width, in CSS pixels, names stand above their lanes.
const NARROW: f64 = 420.0;

/// Room for the names on the left of wide drawings, in CSS pixels.
const NAMES: f64 = 104.0;

/// Room for the names of moments above the lanes, and for the years below them.
const ABOVE: f64 = 40.0;
const BELOW: f64 = 24.0;

/// Room for a note below the lane of a bar that leaves none beside it.
const NOTE: f64 = 20.0;

/// Half the height of a bar.
const THIN: f64 = 3.0;
const THICK: f64 = 7.0;

/// What the lanes show. Times are days since 1 January 1992.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lanes {
    /// From above.
    pub lanes: Vec<Lane>,
    /// By lane, then by time.
    pub bars: Vec<Bar>,
    /// Times with their names: from the left, at most three.
    pub moments: Vec<(u32, String)>,
    /// First days of years, with the year.
    pub years: Vec<(u32, String)>,
    /// The last day that is known of.
    pub end: u32,
}

/// A state's lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// The state.
    pub name: String,
    /// What became of it, in a few words; may be empty.
    pub note: String,
    /// Whether it has Russia's colour.
    pub russia: bool,
}

/// A time in the treaty or the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Index of its lane.
    pub lane: usize,
    /// Signed, joined or begun.
    pub from: u32,
    /// In force; until then an outline.
    pub force: u32,
    /// Its end, or the end of what is known.
    pub to: u32,
    /// What it is.
    pub form: Form,
    /// Whether its first day is not known to the day.
    pub open: bool,
    /// The words of its mark: dates and kind.
    pub label: String,
}

/// What a bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Party to the treaty: thin.
    Treaty,
    /// Member of the organisation: thick.
    Organisation,
    /// The same, with a rival first day: an open tick at its start.
    Disputed,
    /// Member, taking no part: hatched.
    NoPart,
}

/// Where one lane stands, in CSS pixels from above.
struct Row {
    name: f64,
    bar: f64,
    below: f64,
}

impl Bar {
    /// Draws it around `y`, `stretch` times as high as the design has it.
    fn draw(&self, painter: &mut Painter<'_>, y: f64, stretch: f64, scale: &Scale, token: Token) -> Drawn {
        let half = stretch * if self.form == Form::Treaty { THIN } else { THICK };
        let [from, force, to] = [self.from, self.force, self.to].map(|day| scale.px_from(f64::from(day)));
        let (above, below) = (y - half, y + half);
        match self.form {
            Form::NoPart => {
                painter.fill_rect((from, above), (to, below), Token::Paper, 1.0)?;
                painter.hatch_rect((from, above), (to, below), 4.0, token)?;
                painter.stroke_rect((from, above), (to, below), token, 1.25)?;
            }
            _ => painter.fill_rect((force, above), (to, below), token, 1.0)?,
        }
        if force > from {
            painter.fill_rect((from, above), (force, below), Token::Paper, 1.0)?;
            let ends = [(from, above), (force, above), (force, below), (from, below)];
            // Without its left edge: the first day was not read.
            if self.open { painter.polyline(&ends, token, 1.25) } else { painter.stroke_rect(ends[0], ends[2], token, 1.25) }?;
        }
        if self.form == Form::Disputed {
            painter.line((from, above - 5.0), (from, below + 5.0), token, 1.5)?;
        }
        Ok(())
    }
}

impl Lanes {
    /// Whether the last bar of a lane lasts to the end, so that a note has no room beside it.
    fn is_full(&self, lane: usize) -> bool {
        self.bars.iter().any(|bar| bar.lane == lane && bar.to == self.end)
    }

    /// The rows with the lower edge of the last, `stretch` times as far from one another as the design has them.
    fn rows(&self, width: f64, stretch: f64) -> (Vec<Row>, f64) {
        let narrow = width < NARROW;
        let mut top = 0.0;
        let mut rows = Vec::new();
        for (i, lane) in self.lanes.iter().enumerate() {
            let [name, bar, below] = if narrow { [10.0, 27.0, 10.0] } else { [13.0, 13.0, 30.0] };
            let [name, bar, below] = [name, bar, below].map(|down| ABOVE + (top + down) * stretch);
            rows.push(Row { name, bar, below });
            top += if narrow { 38.0 } else { 26.0 };
            if !narrow && !lane.note.is_empty() && self.is_full(i) {
                top += NOTE;
            }
        }
        (rows, ABOVE + top * stretch)
    }

    /// The rows of a drawing of `size`, which a wide page may have scaled up, and by how much.
    fn rows_in(&self, size: (f64, f64)) -> (Vec<Row>, f64, f64) {
        let stretch = (size.1 - ABOVE - BELOW) / (self.rows(size.0, 1.0).1 - ABOVE).max(1.0);
        let (rows, bottom) = self.rows(size.0, stretch);
        (rows, bottom, stretch)
    }

    fn scale(&self, width: f64) -> Scale {
        Scale { domain: (0.0, f64::from(self.end)), range: (if width < NARROW { 0.0 } else { NAMES }, width - 1.0) }
    }

    /// The height of the drawing at a width, both in CSS pixels.
    pub fn height(&self, width: f64) -> u32 {
        // A few hundred pixels.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        {
            (self.rows(width, 1.0).1 + BELOW) as u32
        }
    }

    /// Draws the lanes into `size` CSS pixels.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw(&self, painter: &mut Painter<'_>, size: (f64, f64)) -> Drawn {
        let (rows, bottom, stretch) = self.rows_in(size);
        let (scale, narrow) = (self.scale(size.0), size.0 < NARROW);
        let look = |token, bold, align| TextLook { token, size: 13.0, bold, align };
        for (i, (at, year)) in self.years.iter().enumerate() {
            // Every second year of the list, where all would touch.
            if narrow && i % 2 == 0 {
                continue;
            }
            let x = scale.px_from(f64::from(*at));
            painter.line((x, bottom), (x, bottom + 5.0), Token::Axis, 1.0)?;
            painter.text(year, (x, bottom + 14.0), look(Token::Text2, false, Align::Middle))?;
        }
        for (i, (at, name)) in self.moments.iter().enumerate() {
            let x = scale.px_from(f64::from(*at));
            let last = i + 1 == self.moments.len();
            // Names stand in two rows, so that neighbours have room.
            let y = if i % 2 == 0 { 8.0 } else { 25.0 };
            let (beside, align) = if last { (x - 4.0, Align::End) } else { (x + 4.0, Align::Start) };
            painter.text(name, (beside, y), look(if last { Token::Text } else { Token::Text2 }, last, align))?;
            // Down to the last lane that lasts: the lanes below have their notes there.
            let lasting = rows.iter().enumerate().filter(|(lane, _)| self.is_full(*lane)).map(|(_, row)| row.bar);
            let lowest = lasting.clone().fold(ABOVE, f64::max);
            painter.line((x, y - 7.0), (x, if narrow { ABOVE } else { lowest + 11.0 }), Token::Axis, 1.0)?;
            for bar in lasting.filter(|_| narrow) {
                painter.line((x, bar - 11.0), (x, bar + 11.0), Token::Axis, 1.0)?;
            }
        }
        for (lane, row) in self.lanes.iter().zip(&rows) {
            let (x, align) = if narrow { (0.0, Align::Start) } else { (NAMES - 10.0, Align::End) };
            painter.text(&lane.name, (x, row.name), look(Token::Text, true, align))?;
        }
        for bar in &self.bars {
            let (Some(lane), Some(row)) = (self.lanes.get(bar.lane), rows.get(bar.lane)) else { continue };
            let token = if lane.russia { Token::Russia } else { Token::Ally };
            bar.draw(painter, row.bar, stretch, &scale, token)?;
        }
        // The last moment cuts the bars that it meets, so that one sees who was there.
        if let Some((at, _)) = self.moments.last() {
            let x = scale.px_from(f64::from(*at));
            for bar in self.bars.iter().filter(|bar| bar.from < *at && *at < bar.to) {
                let y = rows.get(bar.lane).map_or(0.0, |row| row.bar);
                painter.line((x, y - THICK * stretch), (x, y + THICK * stretch), Token::Paper, 2.0)?;
            }
        }
        for (i, (lane, row)) in self.lanes.iter().zip(&rows).enumerate() {
            if lane.note.is_empty() {
                continue;
            }
            let end = self.bars.iter().filter(|bar| bar.lane == i).map(|bar| bar.to).max().unwrap_or(0);
            let (at, align) = if narrow || self.is_full(i) {
                ((size.0 - 1.0, row.below), Align::End)
            } else {
                ((scale.px_from(f64::from(end)) + 8.0, row.bar), Align::Start)
            };
            painter.text(&lane.note, at, look(Token::Text, false, align))?;
        }
        Ok(())
    }

    /// The marks of the bars in a drawing of `size` CSS pixels.
    pub fn marks(&self, size: (f64, f64)) -> Vec<Mark> {
        let (scale, (rows, _, stretch)) = (self.scale(size.0), self.rows_in(size));
        let mark = |bar: &Bar| {
            let [x, end] = [bar.from, bar.to].map(|day| scale.px_from(f64::from(day)));
            let y = rows.get(bar.lane).map_or(0.0, |row| row.bar) - THICK * stretch;
            Mark { x, y, width: end - x, height: 2.0 * THICK * stretch, label: bar.label.clone() }
        };
        self.bars.iter().map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::svg;

    fn bar(lane: usize, from: u32, force: u32, to: u32, form: Form) -> Bar {
        Bar { lane, from, force, to, form, open: false, label: "A".into() }
    }

    fn lanes() -> Lanes {
        let lane = |name: &str, note: &str, russia| Lane { name: name.into(), note: note.into(), russia };
        Lanes {
            lanes: vec![lane("R", "", true), lane("A", "no part", false), lane("U", "left", false)],
            bars: vec![
                bar(0, 100, 800, 12000, Form::Treaty),
                bar(1, 4000, 4300, 11000, Form::Organisation),
                bar(1, 11000, 11000, 12000, Form::NoPart),
                bar(2, 100, 800, 2600, Form::Disputed),
            ],
            moments: vec![(800, "in force".into())],
            years: vec![(1096, "1995".into()), (2922, "2000".into())],
            end: 12000,
        }
    }

    #[test]
    fn signed_is_an_outline_and_in_force_is_filled() {
        let svg = svg::inline((640, lanes().height(640.0)), "wide", svg::MIDDLE, |p| lanes().draw(p, (640.0, 160.0))).expect("draws");
        assert!(svg.contains("fill=\"var(--russia)\"") && svg.contains("stroke=\"var(--russia)\""), "{svg}");
    }

    #[test]
    fn marks_stand_on_their_lanes_in_both_widths() {
        for width in [312.0, 640.0] {
            let height = f64::from(lanes().height(width));
            let marks = lanes().marks((width, height));
            assert_eq!(marks.len(), 4);
            assert!(marks.iter().all(|m| m.x >= 0.0 && m.x + m.width <= width && m.y > ABOVE && m.y + m.height < height));
            assert!(marks[0].y < marks[1].y && marks[1].y == marks[2].y && marks[2].y < marks[3].y);
        }
    }

    #[test]
    fn a_note_without_room_beside_its_bar_gets_room_below_it() {
        let mut without = lanes();
        without.lanes[1].note.clear();
        assert_eq!(lanes().height(640.0) - without.height(640.0), 20);
        assert_eq!(lanes().height(312.0), without.height(312.0));
    }
}
