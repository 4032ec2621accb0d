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

/// The widths of the drawings built for narrow and for wide pages, in their own pixels.
pub(crate) const BUILT_WIDTHS: [u32; 2] = [312, 640];

/// The width of a drawing built for narrow pages, in its own pixels.
const NARROW_WIDTH: f64 = BUILT_WIDTHS[0] as f64;

/// The width of a drawing built for wide pages, in its own pixels. Where the page has more, a built drawing is shown larger,
/// words and all, and so is one on canvas, up to [`MOST_SCALE`].
pub(crate) const WIDE_WIDTH: f64 = BUILT_WIDTHS[1] as f64;

/// How much larger a drawing on canvas is shown at most to a reader who has not changed the text size.
pub(crate) const MOST_SCALE: f64 = 1.25;

/// The text size of readers who have not changed it, in CSS pixels.
const USUAL_TEXT: f64 = 16.0;

/// The page shows the drawing that is built for wide pages where it has so many times the text size, as style/figure.css says.
const WIDE_FROM: f64 = 30.0;

/// How many CSS pixels a pixel of a drawing on canvas takes where the page has `width` and text has the size `text`, both in
/// CSS pixels. Larger text makes the drawing larger, but not larger than the built one, which gives it its height.
pub(crate) fn scale_at(width: f64, text: f64) -> f64 {
    if width < LEAST_WIDTH {
        return width / LEAST_WIDTH;
    }
    let usual = (width / WIDE_WIDTH).clamp(1.0, MOST_SCALE);
    let built = width / if width < WIDE_FROM * text { NARROW_WIDTH } else { WIDE_WIDTH };
    usual.max(built.min(usual * text / USUAL_TEXT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_scales(cases: &[(f64, f64, f64)]) {
        for &(width, text, scale) in cases {
            assert!((scale_at(width, text) - scale).abs() < 1e-9, "{width}, {text}: {}", scale_at(width, text));
        }
    }

    #[test]
    fn a_drawing_is_smaller_in_a_frame_too_narrow_and_larger_on_a_wide_page() {
        let scales = [(140.0, 0.5), (280.0, 1.0), (500.0, 1.0), (640.0, 1.0), (720.0, 1.125), (896.0, MOST_SCALE)];
        assert_scales(&scales.map(|(width, scale)| (width, USUAL_TEXT, scale)));
    }

    #[test]
    fn a_drawing_grows_with_the_text_as_far_as_the_built_one_does() {
        let small = 10.0;
        assert_scales(&[(640.0, small, 1.0), (896.0, small, MOST_SCALE)]);
        let double = 2.0 * USUAL_TEXT;
        assert_scales(&[(140.0, double, 0.5), (312.0, double, 1.0), (468.0, double, 1.5), (640.0, double, 2.0), (896.0, double, 2.5)]);
        // The wide drawing is shown, and leaves no room for larger words.
        assert_scales(&[(640.0, 20.0, 1.0), (768.0, 24.0, 1.2)]);
    }
}
