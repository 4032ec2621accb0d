//! Many equal marks as the outline of one polygon, so that a backend draws thousands of them at once.
//!
//! Neighbouring markers of a row are joined by a line that the outline follows in both directions, and so are the rows. Such a
//! line has no area, so only the markers are filled.

use plotters_backend::BackendCoord;

/// A mark's shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The box itself.
    Square,
    /// An ellipse in the box.
    Disc,
    /// The same with eight corners, for marks on their way: half the work of a frame, and no eye sees corners that move.
    Octagon,
}

/// A mark in device pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Width of its box.
    pub width: i32,
    /// Height of its box.
    pub height: i32,
    /// What fills the box.
    pub shape: Shape,
}

/// Sines of 0 to 90 degrees: sixteen corners are round enough for marks of a few pixels, and more would make notches there
/// when they are rounded to pixels.
const FEW: [f64; 5] = [0.0, 0.383, 0.707, 0.924, 1.0];

/// The same for an octagon.
const EIGHT: [f64; 3] = [0.0, 0.707, 1.0];

/// The same for marks of [`LARGE`] pixels and more.
const MANY: [f64; 7] = [0.0, 0.259, 0.5, 0.707, 0.866, 0.966, 1.0];

/// In device pixels.
const LARGE: i32 = 18;

impl Marker {
    /// The upper left corner of its box around a centre.
    pub(crate) fn corner(self, (x, y): BackendCoord) -> BackendCoord {
        (x - self.width / 2, y - self.height / 2)
    }

    /// From its left over its top to its right, seen from its corner; and back below, where that is not one straight line.
    fn halves(self) -> [Vec<BackendCoord>; 2] {
        let (width, height) = (self.width, self.height);
        let sines: &[f64] = match self.shape {
            Shape::Square => return [vec![(0, height), (0, 0), (width, 0), (width, height)], Vec::new()],
            Shape::Octagon => &EIGHT,
            Shape::Disc if width < LARGE => &FEW,
            Shape::Disc => &MANY,
        };
        let last = sines.len() - 1;
        let half = |below: f64| {
            let mut points: Vec<BackendCoord> = Vec::new();
            for step in 0..=2 * last {
                let (sine, cosine) =
                    if step <= last { (sines[step], -sines[last - step]) } else { (sines[2 * last - step], sines[step - last]) };
                // Inside the box, a few dozen pixels at most.
                #[allow(clippy::cast_possible_truncation)]
                let at = |size: i32, part: f64| (f64::from(size) / 2.0 * (1.0 + part)).round() as i32;
                let point = (at(width, cosine), at(height, sine * below));
                if points.last() != Some(&point) {
                    points.push(point);
                }
            }
            points
        };
        let mut lower = half(1.0);
        lower.reverse();
        [half(-1.0), lower]
    }
}

/// Centres that follow each other at one height, as slices.
pub(crate) fn rows(centres: &[BackendCoord]) -> impl Iterator<Item = &[BackendCoord]> {
    centres.chunk_by(|a, b| a.1 == b.1)
}

/// The outline of `marker` around every one of `centres`.
pub(crate) fn outline(centres: &[BackendCoord], marker: Marker) -> Vec<BackendCoord> {
    let [upper, lower] = marker.halves();
    let mut points = Vec::with_capacity(centres.len() * (upper.len() + lower.len() + 1));
    let mut starts = Vec::new();
    for row in rows(centres) {
        let first = points.len();
        for (half, backwards) in [(&upper, false), (&lower, true)] {
            for i in 0..row.len() {
                let (x, y) = marker.corner(row[if backwards { row.len() - 1 - i } else { i }]);
                points.extend(half.iter().map(|(dx, dy)| (x + dx, y + dy)));
            }
        }
        let start = points[first];
        points.push(start);
        starts.push(start);
    }
    points.extend(starts.into_iter().rev());
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the area that the outline encloses, with its sign.
    fn area(points: &[BackendCoord]) -> i32 {
        let next = points.iter().cycle().skip(1);
        points.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
    }

    #[test]
    fn an_outline_encloses_its_marks_and_nothing_else() {
        let scattered = [(10, 10), (30, 10), (50, 10), (10, 30), (30, 30), (77, 91), (14, 60), (9, 9)];
        for (width, height) in [(8, 8), (5, 5), (3, 2), (1, 1), (24, 24)] {
            for shape in [Shape::Square, Shape::Disc, Shape::Octagon] {
                let marker = Marker { width, height, shape };
                let one = area(&outline(&scattered[..1], marker));
                assert!(one > 0 && one <= 2 * width * height, "{marker:?}: {one}");
                assert!(shape != Shape::Square || one == 2 * width * height, "{marker:?}: {one}");
                assert_eq!(area(&outline(&scattered, marker)), one * 8, "{marker:?}");
            }
        }
        assert!(outline(&[], Marker { width: 4, height: 4, shape: Shape::Disc }).is_empty());
    }

    #[test]
    fn a_mark_stays_in_its_box() {
        let marker = Marker { width: 5, height: 5, shape: Shape::Disc };
        let points = outline(&[(10, 20)], marker);
        assert!(points.iter().all(|(x, y)| (8..=13).contains(x) && (18..=23).contains(y)), "{points:?}");
    }
}
