//! The drawing kit: one drawing function per figure, over any of plotters' backends, serves the screen
//! (canvas) and the built page (SVG).

pub(crate) mod canvas;
pub mod font;
pub(crate) mod mark;
pub(crate) mod marker;
pub mod painter;
pub(crate) mod picture;
pub(crate) mod pitch;
pub mod scale;
pub mod svg;
pub mod token;
pub(crate) mod wrap;

/// The least width of a drawing, in its own pixels: where the page has less, it is shown smaller, for its words would
/// stand on each other.
pub(crate) const LEAST_WIDTH: f64 = 280.0;

/// The width of a drawing built for wide pages, in its own pixels. Where the page has more, a built drawing is shown larger,
/// words and all, and so is one on canvas, up to [`MOST_SCALE`].
pub(crate) const WIDE_WIDTH: f64 = 640.0;

/// How much larger a drawing on canvas is shown at most.
pub(crate) const MOST_SCALE: f64 = 1.25;

/// How many CSS pixels a pixel of a drawing on canvas takes where the page has `width`.
pub(crate) fn scale_at(width: f64) -> f64 {
    if width < LEAST_WIDTH { width / LEAST_WIDTH } else { (width / WIDE_WIDTH).clamp(1.0, MOST_SCALE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_smaller_in_a_frame_too_narrow_and_larger_on_a_wide_page() {
        for (width, scale) in [(140.0, 0.5), (280.0, 1.0), (500.0, 1.0), (640.0, 1.0), (720.0, 1.125), (896.0, MOST_SCALE)] {
            assert!((scale_at(width) - scale).abs() < 1e-9, "{width}: {}", scale_at(width));
        }
    }
}
