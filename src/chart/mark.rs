//! A mark's place and words: what pointer and keyboard can reach in a drawing.

/// One datum of a drawing, in CSS pixels from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Value, kind and source in words.
    pub label: String,
}

impl Mark {
    /// In a drawing that is shown at `scale`.
    pub(crate) fn scaled(self, scale: f64) -> Self {
        let Self { x, y, width, height, label } = self;
        Self { x: x * scale, y: y * scale, width: width * scale, height: height * scale, label }
    }

    /// The square of the distance from a point to the mark's rectangle, 0 inside it.
    fn distance_squared(&self, (x, y): (f64, f64)) -> f64 {
        let outside = |at: f64, from: f64, size: f64| (from - at).max(at - from - size).max(0.0);
        let (dx, dy) = (outside(x, self.x, self.width), outside(y, self.y, self.height));
        dx * dx + dy * dy
    }
}

/// The mark nearest to a point, if it lies within `reach` CSS pixels.
pub(crate) fn nearest(marks: &[Mark], at: (f64, f64), reach: f64) -> Option<usize> {
    let (index, distance) = marks.iter().map(|m| m.distance_squared(at)).enumerate().min_by(|a, b| a.1.total_cmp(&b.1))?;
    (distance <= reach * reach).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(x: f64, width: f64) -> Mark {
        Mark { x, y: 10.0, width, height: 20.0, label: String::new() }
    }

    #[test]
    fn the_nearest_mark_is_found_within_reach_only() {
        let marks = [mark(0.0, 50.0), mark(100.0, 2.0), mark(110.0, 2.0)];
        assert_eq!(nearest(&marks, (25.0, 15.0), 24.0), Some(0));
        assert_eq!(nearest(&marks, (104.0, 20.0), 24.0), Some(1));
        assert_eq!(nearest(&marks, (108.0, 35.0), 24.0), Some(2));
        assert_eq!(nearest(&marks, (300.0, 15.0), 24.0), None);
        assert_eq!(nearest(&[], (0.0, 0.0), 24.0), None);
    }
}
