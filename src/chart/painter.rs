//! Marks in CSS pixels on any backend. The device's pixel ratio is applied here and nowhere else.

use std::{convert::Infallible, fmt};

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, FontFamily, FontStyle,
    text_anchor::{HPos, Pos, VPos},
};

use super::{
    font,
    marker::{self, Marker, Shape},
    token::{Palette, Token},
};

/// A drawing failed. The backend's reason is left out, because a reader could do nothing about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DrawError;

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the drawing failed")
    }
}

/// The result of drawing.
pub type Drawn = Result<(), DrawError>;

/// What the painter asks of a backend. Every plotters backend does it, so that figures are compiled once, not once
/// per backend.
pub(crate) trait DrawTarget {
    /// A filled rectangle.
    fn rect(&mut self, from: BackendCoord, to: BackendCoord, color: BackendColor) -> Drawn;
    /// Straight lines through points.
    fn path(&mut self, points: Vec<BackendCoord>, line: Line) -> Drawn;
    /// A filled polygon.
    fn polygon(&mut self, points: Vec<BackendCoord>, color: BackendColor) -> Drawn;
    /// One line of text.
    fn text(&mut self, text: &str, font: &Font, at: BackendCoord) -> Drawn;
    /// Its own way to draw many marks alike, if it has one; others draw them as one polygon.
    fn markers(&mut self) -> Option<&mut dyn DrawMarkers> {
        None
    }
}

/// A way to draw many marks alike. Not in [`DrawTarget`], for then each program would carry it, of figures without such marks too.
pub(crate) trait DrawMarkers {
    /// One filled mark around each centre.
    fn draw_markers(&mut self, centres: &[BackendCoord], marker: Marker, color: BackendColor) -> Drawn;
}

impl<DB: DrawingBackend> DrawTarget for DB {
    fn rect(&mut self, from: BackendCoord, to: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(from, to, &color, true).map_err(|_| DrawError)
    }

    fn path(&mut self, points: Vec<BackendCoord>, line: Line) -> Drawn {
        self.draw_path(points, &line).map_err(|_| DrawError)
    }

    fn polygon(&mut self, points: Vec<BackendCoord>, color: BackendColor) -> Drawn {
        self.fill_polygon(points, &color).map_err(|_| DrawError)
    }

    fn text(&mut self, text: &str, font: &Font, at: BackendCoord) -> Drawn {
        self.draw_text(text, font, at).map_err(|_| DrawError)
    }
}

/// Draws on a backend whose pixels are `ratio` times finer than CSS pixels.
pub struct Painter<'a> {
    target: &'a mut dyn DrawTarget,
    palette: Palette,
    ratio: f64,
    /// How many steps of the backend's grid a device pixel has; 1 but for a backend that scales what it gets.
    grid: f64,
    origin: (f64, f64),
}

/// Where text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The point is the text's start.
    Start,
    /// The point is its middle.
    Middle,
    /// The point is its end.
    End,
}

/// How text looks.
#[derive(Debug, Clone, Copy)]
pub struct TextLook {
    /// Its colour.
    pub token: Token,
    /// Font size in CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Horizontal alignment; vertically the point is the middle.
    pub align: Align,
}

/// How a line looks, in device pixels.
pub(crate) struct Line {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Line {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A dash with its gap, in CSS pixels.
const DASH: f64 = 14.0;

/// The outline of a bar that is filled with dots, in CSS pixels.
const OUTLINE: f64 = 1.25;

/// How text looks, in device pixels.
pub(crate) struct Font {
    color: BackendColor,
    size: f64,
    bold: bool,
    align: Align,
}

impl BackendTextStyle for Font {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let h = match self.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        Pos::new(h, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(font::SANS)
    }

    // Both backends draw text themselves and the layouts leave fixed room for labels, so nothing is measured.
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

impl<'a> Painter<'a> {
    /// A painter in `palette` on a backend with `ratio` device pixels to a CSS pixel.
    pub(crate) fn new(target: &'a mut dyn DrawTarget, palette: Palette, ratio: f64) -> Self {
        Self { target, palette, ratio, grid: 1.0, origin: (0.0, 0.0) }
    }

    /// Draws from here on as the build does, at one pixel to a CSS pixel, but on a grid that is `grid` times finer: for a
    /// backend that scales what it gets by as much less.
    pub(crate) fn draw_as_built(&mut self, grid: f64) {
        (self.ratio, self.grid) = (1.0, grid);
    }

    /// Device pixels to a CSS pixel.
    pub(crate) fn ratio(&self) -> f64 {
        self.ratio
    }

    /// A length, in CSS pixels, as the nearest whole number of device pixels, one at least.
    pub(crate) fn whole(&self, px: f64) -> f64 {
        (px * self.ratio).round().max(1.0) / self.ratio
    }

    /// Makes `origin`, in CSS pixels from the backend's corner, the corner of all that is drawn from here on.
    pub(crate) fn move_to(&mut self, origin: (f64, f64)) {
        self.origin = origin;
    }

    // Drawings are a few thousand pixels wide at most, far inside the range of i32.
    #[allow(clippy::cast_possible_truncation)]
    fn device(&self, px: f64) -> i32 {
        (px * self.ratio * self.grid).round() as i32
    }

    fn at(&self, (x, y): (f64, f64)) -> BackendCoord {
        (self.device(x + self.origin.0), self.device(y + self.origin.1))
    }

    // At least one device pixel, at most a few dozen.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn line_style(&self, token: Token, width: f64) -> Line {
        Line { color: self.palette.color(token, 1.0), width: (width * self.ratio * self.grid).round().clamp(1.0, 64.0) as u32 }
    }

    /// A filled rectangle between two corners.
    pub fn fill_rect(&mut self, from: (f64, f64), to: (f64, f64), token: Token, alpha: f64) -> Drawn {
        let (from, to) = (self.at(from), self.at(to));
        if from.0 == to.0 || from.1 == to.1 {
            return Ok(());
        }
        self.target.rect(from, to, self.palette.color(token, alpha))
    }

    /// An outlined rectangle.
    pub(crate) fn stroke_rect(&mut self, from: (f64, f64), to: (f64, f64), token: Token, width: f64) -> Drawn {
        let corners = [from, (to.0, from.1), to, (from.0, to.1), from];
        self.polyline(&corners, token, width)
    }

    /// Straight lines through `points`.
    pub(crate) fn polyline(&mut self, points: &[(f64, f64)], token: Token, width: f64) -> Drawn {
        let style = self.line_style(token, width);
        let points = points.iter().map(|&p| self.at(p)).collect();
        self.target.path(points, style)
    }

    /// One straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), token: Token, width: f64) -> Drawn {
        self.polyline(&[from, to], token, width)
    }

    /// Hatching at 45° as one path that runs back along the edges, so that it is one mark however wide it is.
    pub(crate) fn hatch_rect(&mut self, from: (f64, f64), to: (f64, f64), gap: f64, token: Token) -> Drawn {
        self.polyline(&hatch_path(from, to, gap), token, 1.25)
    }

    /// The size of a dot and of the hole of a ring, in CSS pixels, where dots stand `pitch` CSS pixels apart.
    pub(crate) fn dot(&self, pitch: f64) -> (f64, f64) {
        // Whole device pixels, so that a hole stands in the middle of its disc; an even number, with its corners at their
        // best, but for the smallest.
        let size = if pitch * self.ratio < 9.0 { self.whole(pitch * 0.8) } else { 2.0 * self.whole(pitch * 0.4) };
        (size, size - 2.0 * self.whole(pitch * 0.17))
    }

    /// Rings with the left half filled: a number that somebody else gave. Their `centres` are used up.
    pub(crate) fn fill_halves(&mut self, centres: &mut [(f64, f64)], hole: f64, token: Token) -> Drawn {
        for centre in centres.iter_mut() {
            centre.0 -= hole / 4.0;
        }
        self.draw_markers(centres, (hole / 2.0, hole), Shape::Square, token)
    }

    /// An outlined rectangle with rows of rings at a distance of at most `pitch` CSS pixels, as many as fit whole: the sign
    /// for what is left over, in bars as in dots. Their left halves are filled for a number that somebody else gave.
    pub fn ring_rect(&mut self, from: (f64, f64), to: (f64, f64), token: Token, pitch: f64, is_half: bool) -> Drawn {
        let height = to.1 - from.1;
        let pitch = (pitch.min(height) * self.ratio).floor() / self.ratio;
        // Where the last row does not fit, the others stand in the middle.
        // Not `%`, which brings 1 KB of code for numbers of any size.
        let margin = if pitch > 0.0 { (height - (height / pitch).floor() * pitch) / 2.0 } else { 0.0 };
        let (size, hole) = self.dot(pitch);
        let mut centres = ring_centres((from.0 + margin.min(2.0), from.1 + margin), to, pitch);
        self.draw_markers(&centres, (size, size), Shape::Disc, token)?;
        self.draw_markers(&centres, (hole, hole), Shape::Disc, Token::Paper)?;
        if is_half {
            self.fill_halves(&mut centres, hole, token)?;
        }
        self.stroke_rect(from, to, token, OUTLINE)
    }

    /// A dashed rectangle between two corners: the sign for what nobody published.
    pub(crate) fn dash_rect(&mut self, from: (f64, f64), to: (f64, f64), token: Token) -> Drawn {
        let corners = [from, (to.0, from.1), to, (from.0, to.1), from];
        for side in corners.windows(2) {
            let (dx, dy) = (side[1].0 - side[0].0, side[1].1 - side[0].1);
            let length = dx.abs().max(dy.abs());
            // Whole dashes with half a gap at each corner, so that corners look alike.
            let dashes = (length / DASH).round().max(1.0);
            let point = |part: f64| (side[0].0 + dx * part / dashes, side[0].1 + dy * part / dashes);
            let mut dash = 0.0;
            while dash < dashes {
                self.line(point(dash + 0.2), point(dash + 0.8), token, 1.25)?;
                dash += 1.0;
            }
        }
        Ok(())
    }

    /// A filled polygon.
    pub(crate) fn polygon(&mut self, points: &[(f64, f64)], token: Token) -> Drawn {
        let color = self.palette.color(token, 1.0);
        let points = points.iter().map(|&p| self.at(p)).collect();
        self.target.polygon(points, color)
    }

    /// Filled marks of `size` CSS pixels around `centres`: one path, however many they are.
    pub(crate) fn draw_markers(&mut self, centres: &[(f64, f64)], size: (f64, f64), shape: Shape, token: Token) -> Drawn {
        if centres.is_empty() {
            return Ok(());
        }
        let color = self.palette.color(token, 1.0);
        let marker = Marker { width: self.device(size.0).max(1), height: self.device(size.1).max(1), shape };
        let centres: Vec<BackendCoord> = centres.iter().map(|&c| self.at(c)).collect();
        match self.target.markers() {
            Some(markers) => markers.draw_markers(&centres, marker, color),
            None => self.target.polygon(marker::outline(&centres, marker), color),
        }
    }

    /// A diamond around a point; filled, or paper with an outline.
    pub(crate) fn diamond(&mut self, (x, y): (f64, f64), radius: f64, token: Token, filled: bool) -> Drawn {
        let points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y), (x, y - radius)];
        self.polygon(&points[..4], if filled { token } else { Token::Paper })?;
        self.polyline(&points, token, 1.5)
    }

    /// One line of text.
    pub fn text(&mut self, text: &str, at: (f64, f64), look: TextLook) -> Drawn {
        let style = Font {
            color: self.palette.color(look.token, 1.0),
            size: look.size * self.ratio * self.grid,
            bold: look.bold,
            align: look.align,
        };
        let at = self.at(at);
        self.target.text(text, &style, at)
    }
}

/// The centres of rings at a distance of `pitch` between two corners, row by row.
fn ring_centres(from: (f64, f64), to: (f64, f64), pitch: f64) -> Vec<(f64, f64)> {
    let mut centres = Vec::new();
    if pitch <= 0.0 {
        return centres;
    }
    let half = pitch / 2.0;
    let mut y = from.1 + half;
    // Sums of halves of pixels may miss the edge by a hair.
    let reach = half - 1e-6;
    while y + reach <= to.1 {
        let mut x = from.0 + half;
        while x + reach <= to.0 {
            centres.push((x, y));
            x += pitch;
        }
        y += pitch;
    }
    centres
}

/// The corners of a zigzag that hatches the rectangle.
fn hatch_path(from: (f64, f64), to: (f64, f64), gap: f64) -> Vec<(f64, f64)> {
    let (width, height) = (to.0 - from.0, to.1 - from.1);
    let mut points = Vec::new();
    if width <= 0.0 || height <= 0.0 || gap <= 0.0 {
        return points;
    }
    // A line x + y = d crosses the rectangle between its lower-left and its upper-right side.
    let lower = |d: f64| if d <= height { (from.0, from.1 + d) } else { (from.0 + d - height, to.1) };
    let upper = |d: f64| if d <= width { (from.0 + d, from.1) } else { (to.0, from.1 + d - width) };
    let mut d = gap;
    let mut up = true;
    while d < width + height {
        let (a, b) = if up { (lower(d), upper(d)) } else { (upper(d), lower(d)) };
        // Go round the corner, not across it.
        if let Some(&last) = points.last() {
            let corner = if up { (from.0, to.1) } else { (to.0, from.1) };
            let last: (f64, f64) = last;
            if last.0 != a.0 && last.1 != a.1 {
                points.push(corner);
            }
        }
        points.push(a);
        points.push(b);
        up = !up;
        d += gap;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_and_runs_along_edges_or_at_45_degrees() {
        for (width, height) in [(300.0, 20.0), (20.0, 60.0), (7.0, 7.0)] {
            let points = hatch_path((10.0, 5.0), (10.0 + width, 5.0 + height), 6.0);
            assert!(points.len() > 2);
            for p in &points {
                assert!((10.0..=10.0 + width).contains(&p.0) && (5.0..=5.0 + height).contains(&p.1), "{p:?}");
            }
            for pair in points.windows(2) {
                let (dx, dy) = ((pair[1].0 - pair[0].0).abs(), (pair[1].1 - pair[0].1).abs());
                assert!(dx < 1e-9 || dy < 1e-9 || (dx - dy).abs() < 1e-9, "{pair:?}");
            }
        }
    }

    #[test]
    fn rings_fill_a_bar_in_two_rows_and_none_is_cut() {
        for (width, in_a_row) in [(200.0, 20), (25.0, 2), (9.0, 0)] {
            let centres = ring_centres((10.0, 5.0), (10.0 + width, 25.0), 10.0);
            assert_eq!(centres.len(), 2 * in_a_row, "{width}");
            assert!(centres.iter().all(|c| (15.0..=5.0 + width).contains(&c.0) && (10.0..=20.0).contains(&c.1)), "{centres:?}");
        }
        assert!(ring_centres((0.0, 0.0), (10.0, 0.0), 0.0).is_empty());
    }

    #[test]
    fn nothing_is_hatched_in_an_empty_rectangle() {
        assert!(hatch_path((0.0, 0.0), (0.0, 10.0), 4.0).is_empty());
    }
}
