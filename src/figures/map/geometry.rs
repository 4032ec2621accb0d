//! From borders on the globe to shapes in a frame: projected, simplified to the drawing's own pixels, merged, clipped.

use crate::content::map::{Arc, points};

/// A place in a frame, in CSS pixels from its upper left corner.
pub(crate) type Px = (f64, f64);

/// The Earth's mean radius, in kilometres.
const RADIUS: f64 = 6371.0;

/// How far a border may be moved to spare a point, in CSS pixels.
const TOLERANCE: f64 = 1.4;

/// How far beyond its frame a shape is kept, in CSS pixels, so that no edge of a cut is seen.
const BLEED: f64 = 1.0;

/// A part of the globe in a frame.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    /// Longitude and latitude of the middle, in degrees.
    pub centre: (f64, f64),
    /// Kilometres to a CSS pixel.
    pub scale: f64,
    /// Width and height of the frame.
    pub size: Px,
}

impl View {
    /// The pixel of a place given in hundredths of a degree: Lambert's azimuthal equal-area projection.
    pub(crate) fn px_from_degrees(&self, [longitude, latitude]: [i32; 2]) -> Px {
        let radians = |hundredths: i32| (f64::from(hundredths) / 100.0).to_radians();
        let (east, north) = (radians(longitude) - self.centre.0.to_radians(), radians(latitude));
        let (sin0, cos0) = self.centre.1.to_radians().sin_cos();
        let (sin, cos) = north.sin_cos();
        let stretch = (2.0 / (1.0 + sin0 * sin + cos0 * cos * east.cos())).sqrt() * RADIUS / self.scale;
        let (x, y) = (stretch * cos * east.sin(), stretch * (cos0 * sin - sin0 * cos * east.cos()));
        (self.size.0 / 2.0 + x, self.size.1 / 2.0 - y)
    }

    /// Whether a pixel lies in the frame.
    pub(crate) fn contains(&self, (x, y): Px) -> bool {
        (0.0..self.size.0).contains(&x) && (0.0..self.size.1).contains(&y)
    }

    /// The edges of the frame as (axis, limit, whether the inside lies below the limit), `bleed` beyond it.
    fn edges(&self, bleed: f64) -> [(usize, f64, bool); 4] {
        [(0, -bleed, false), (0, self.size.0 + bleed, true), (1, -bleed, false), (1, self.size.1 + bleed, true)]
    }
}

/// A border in a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Border<'a> {
    /// The state on its left.
    pub left: &'a str,
    /// The state on its right; empty where there is none.
    pub right: &'a str,
    /// First and last point on the globe, by which borders meet.
    ends: [[i32; 2]; 2],
    /// Its points.
    points: Vec<Px>,
}

/// The borders as `view` shows them.
pub(crate) fn borders<'a>(arcs: &'a [Arc], view: &View) -> Vec<Border<'a>> {
    let border = |arc: &'a Arc| {
        let globe = points(&arc.2);
        let line: Vec<Px> = globe.iter().map(|&at| view.px_from_degrees(at)).collect();
        let ends = [*globe.first()?, *globe.last()?];
        Some(Border { left: &arc.0, right: &arc.1, ends, points: simplified(&line) })
    };
    arcs.iter().filter_map(border).collect()
}

/// Rings of land inside the frame.
pub(crate) fn land(rings: &[Vec<i32>], view: &View) -> Vec<Vec<Px>> {
    let ring = |steps: &Vec<i32>| {
        let mut line: Vec<Px> = points(steps).into_iter().map(|at| view.px_from_degrees(at)).collect();
        line.extend(line.first().copied());
        let mut ring = simplified(&line);
        ring.pop();
        clipped_ring(ring, view)
    };
    rings.iter().map(ring).filter(|ring| ring.len() > 2).collect()
}

/// The points that a line needs to stay within [`TOLERANCE`] (Douglas and Peucker's way); its ends stay.
fn simplified(points: &[Px]) -> Vec<Px> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    let distance = |p: Px| {
        let (dx, dy) = (last.0 - first.0, last.1 - first.1);
        let length = dx.hypot(dy);
        let (x, y) = (p.0 - first.0, p.1 - first.1);
        if length == 0.0 { x.hypot(y) } else { (x * dy - y * dx).abs() / length }
    };
    let inner = points.iter().enumerate().skip(1).take(points.len().saturating_sub(2));
    let farthest = inner.map(|(i, &p)| (i, distance(p))).max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((i, away)) if away > TOLERANCE => {
            let mut kept = simplified(&points[..=i]);
            kept.pop();
            kept.extend(simplified(&points[i..]));
            kept
        }
        _ => vec![first, last],
    }
}

/// The outline of the states that `is_in` names, their common borders gone: closed rings inside the frame.
pub(crate) fn merged(borders: &[Border<'_>], view: &View, is_in: impl Fn(&str) -> bool) -> Vec<Vec<Px>> {
    let mut pieces: Vec<([[i32; 2]; 2], Vec<Px>)> = Vec::new();
    for border in borders {
        match (is_in(border.left), is_in(border.right)) {
            (true, false) => pieces.push((border.ends, border.points.clone())),
            (false, true) => pieces.push(([border.ends[1], border.ends[0]], border.points.iter().rev().copied().collect())),
            _ => {}
        }
    }
    let mut rings = Vec::new();
    while let Some(([start, mut end], mut ring)) = pieces.pop() {
        while end != start {
            let Some(next) = pieces.iter().position(|(ends, _)| ends[0] == end) else { break };
            let (ends, points) = pieces.swap_remove(next);
            ring.extend(points.into_iter().skip(1));
            end = ends[1];
        }
        let clipped = clipped_ring(ring, view);
        if clipped.len() > 2 {
            rings.push(clipped);
        }
    }
    rings
}

/// The lines between two states of which `is_in` names both, inside the frame.
pub(crate) fn between(borders: &[Border<'_>], view: &View, is_in: impl Fn(&str) -> bool) -> Vec<Vec<Px>> {
    let shown = borders.iter().filter(|b| is_in(b.left) && is_in(b.right));
    shown.flat_map(|border| clipped_line(&border.points, view)).collect()
}

fn axis(p: Px, axis: usize) -> f64 {
    if axis == 0 { p.0 } else { p.1 }
}

/// Where the line from `a` to `b` crosses a limit.
fn crossing(a: Px, b: Px, along: usize, limit: f64) -> Px {
    let t = (limit - axis(a, along)) / (axis(b, along) - axis(a, along));
    (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1))
}

/// A ring cut along the frame, edge by edge (Sutherland and Hodgman's way).
fn clipped_ring(mut ring: Vec<Px>, view: &View) -> Vec<Px> {
    for (along, limit, below) in view.edges(BLEED) {
        let is_inside = |p: Px| (axis(p, along) < limit) == below;
        let mut kept = Vec::new();
        for (i, &b) in ring.iter().enumerate() {
            let a = ring[(i + ring.len() - 1) % ring.len()];
            if is_inside(a) != is_inside(b) {
                kept.push(crossing(a, b, along, limit));
            }
            if is_inside(b) {
                kept.push(b);
            }
        }
        ring = kept;
    }
    ring
}

/// The parts of a line that lie inside the frame.
fn clipped_line(points: &[Px], view: &View) -> Vec<Vec<Px>> {
    let mut lines: Vec<Vec<Px>> = Vec::new();
    for pair in points.windows(2) {
        let Some((a, b)) = clipped_piece((pair[0], pair[1]), view) else { continue };
        match lines.last_mut() {
            Some(line) if line.last() == Some(&a) => line.push(b),
            _ => lines.push(vec![a, b]),
        }
    }
    lines
}

fn clipped_piece((mut a, mut b): (Px, Px), view: &View) -> Option<(Px, Px)> {
    for (along, limit, below) in view.edges(0.0) {
        let is_inside = |p: Px| (axis(p, along) < limit) == below;
        match (is_inside(a), is_inside(b)) {
            (false, false) => return None,
            (false, true) => a = crossing(a, b, along, limit),
            (true, false) => b = crossing(a, b, along, limit),
            (true, true) => {}
        }
    }
    Some((a, b))
}

/// Lines at 45° inside rings, `gap` CSS pixels apart.
pub(crate) fn hatching(rings: &[Vec<Px>], gap: f64) -> Vec<Vec<Px>> {
    let sum = |p: &Px| p.0 + p.1;
    let all = rings.iter().flatten().map(sum);
    let (low, high) = (all.clone().fold(f64::MAX, f64::min), all.fold(f64::MIN, f64::max));
    let mut lines = Vec::new();
    let mut at = low + gap;
    while at < high {
        let mut met: Vec<Px> = Vec::new();
        for ring in rings {
            for (i, b) in ring.iter().enumerate() {
                let a = &ring[(i + ring.len() - 1) % ring.len()];
                if (sum(a) < at) != (sum(b) < at) {
                    let t = (at - sum(a)) / (sum(b) - sum(a));
                    met.push((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)));
                }
            }
        }
        met.sort_by(|a, b| a.0.total_cmp(&b.0));
        lines.extend(met.as_chunks::<2>().0.iter().map(|ends| ends.to_vec()));
        at += gap;
    }
    lines
}

/// Lines, or rings with `close`, as the data of one SVG path in whole pixels.
pub(crate) fn path(lines: &[Vec<Px>], close: bool) -> String {
    let mut out = String::new();
    for line in lines {
        let mut points: Vec<(i64, i64)> = Vec::new();
        for &(x, y) in line {
            // A few hundred pixels.
            #[allow(clippy::cast_possible_truncation)]
            let point = (x.round() as i64, y.round() as i64);
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
        let [first, rest @ ..] = points.as_slice() else { continue };
        if rest.len() < if close { 2 } else { 1 } {
            continue;
        }
        out += &format!("M{} {}l", first.0, first.1);
        let mut last = *first;
        for point in rest {
            for (n, step) in [point.0 - last.0, point.1 - last.1].into_iter().enumerate() {
                // A minus sign parts numbers as well as a space does.
                if step >= 0 && (n > 0 || !out.ends_with('l')) {
                    out.push(' ');
                }
                out += &step.to_string();
            }
            last = *point;
        }
        if close {
            out.push('z');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: View = View { centre: (60.0, 45.0), scale: 10.0, size: (100.0, 100.0) };

    #[test]
    fn the_centre_lies_in_the_middle_and_areas_are_kept() {
        assert_eq!(VIEW.px_from_degrees([6000, 4500]), (50.0, 50.0));
        let area = |west: i32, south: i32| {
            let corners = [[west, south], [west + 100, south], [west + 100, south + 100], [west, south + 100]];
            let corners = corners.map(|at| VIEW.px_from_degrees(at));
            (0..4).map(|i| (corners[i], corners[(i + 1) % 4])).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs()
        };
        assert!((area(6000, 4500) / area(3000, 4500) - 1.0).abs() < 0.001);
    }

    fn square() -> Vec<Arc> {
        // Two squares side by side, A on the left, B on the right.
        vec![
            Arc("A".into(), "B".into(), vec![6000, 4400, 0, 200]),
            Arc("A".into(), String::new(), vec![6000, 4600, -200, 0, 0, -200, 200, 0]),
            Arc("B".into(), String::new(), vec![6000, 4400, 200, 0, 0, 200, -200, 0]),
        ]
    }

    #[test]
    fn common_borders_vanish_when_states_are_merged() {
        let arcs = square();
        let borders = borders(&arcs, &VIEW);
        let rings = |names: &str| merged(&borders, &VIEW, |s| !s.is_empty() && names.contains(s)).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!((rings("AB").len(), rings("A").len()), (1, 1));
        assert_eq!(between(&borders, &VIEW, |s| !s.is_empty()).len(), 1);
    }

    #[test]
    fn nothing_leaves_the_frame() {
        let view = View { size: (10.0, 10.0), ..VIEW };
        let arcs = square();
        let borders = borders(&arcs, &view);
        let rings = merged(&borders, &view, |s| s == "A");
        assert!(rings.iter().flatten().all(|p| p.0 >= -BLEED - 1e-9 && p.0 <= 10.0 + BLEED + 1e-9), "{rings:?}");
        let lines = between(&borders, &view, |s| !s.is_empty());
        assert!(lines.iter().flatten().all(|p| p.1 >= -1e-9 && p.1 <= 10.0 + 1e-9), "{lines:?}");
    }

    #[test]
    fn lines_lose_what_no_one_sees() {
        assert_eq!(simplified(&[(0.0, 0.0), (5.0, 0.2), (10.0, 0.0)]).len(), 2);
        assert_eq!(simplified(&[(0.0, 0.0), (5.0, 4.0), (10.0, 0.0)]).len(), 3);
        assert_eq!(simplified(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)]).len(), 4);
    }

    #[test]
    fn hatching_stays_inside() {
        let ring = vec![(0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)];
        let lines = hatching(&[ring], 4.0);
        assert_eq!(lines.len(), 7);
        assert!(lines.iter().flatten().all(|p| (0.0..=20.0).contains(&p.0) && (-1e-9..=10.0 + 1e-9).contains(&p.1)));
    }

    #[test]
    fn a_path_has_whole_steps() {
        let line = vec![(1.2, 2.0), (5.4, 1.0), (5.3, 1.1), (6.0, 9.0)];
        assert_eq!(path(std::slice::from_ref(&line), false), "M1 2l4-1 1 8");
        assert_eq!(path(&[line], true), "M1 2l4-1 1 8z");
        assert_eq!(path(&[vec![(1.0, 1.0), (1.1, 1.1)]], false), "");
    }
}
