//! A drawing as SVG: for the built page with the colours as custom properties, for a download with their values.
//!
//! A backend of our own rather than plotters-svg, because the browser writes the download too: this one formats
//! whole numbers only, which keeps float formatting and a second XML writer out of the WASM, and it knows tokens.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle, text_anchor::HPos,
};

use super::{
    font,
    marker::{self, Marker, Shape},
    painter::{DrawError, DrawMarkers, DrawTarget, Drawn, Font, Line, Painter},
    token::{Palette, Token},
};

/// Writes SVG elements into a string.
pub(crate) struct SvgBackend {
    size: (u32, u32),
    body: String,
}

impl SvgBackend {
    fn new(size: (u32, u32)) -> Self {
        Self { size, body: String::new() }
    }

    fn push(&mut self, parts: &[&str]) {
        for part in parts {
            self.body.push_str(part);
        }
    }

    /// Steps are relative: a regular shape repeats itself then, and compresses to little.
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, paint: &[&str]) {
        self.body.push_str("<path d=\"");
        let mut last: Option<BackendCoord> = None;
        for (x, y) in points {
            match last {
                None => self.push(&["M", &x.to_string(), " ", &y.to_string()]),
                Some((old, same)) if same == y => self.push(&["h", &(x - old).to_string()]),
                Some((same, old)) if same == x => self.push(&["v", &(y - old).to_string()]),
                Some((a, b)) => self.push(&["l", &(x - a).to_string(), " ", &(y - b).to_string()]),
            }
            last = Some((x, y));
        }
        self.body.push('"');
        self.push(paint);
        self.body.push_str("/>");
    }

    fn stroke(&mut self, points: impl IntoIterator<Item = BackendCoord>, color: BackendColor, width: u32) {
        self.path(points, &[" fill=\"none\" stroke=\"", &paint_of(color), "\" stroke-width=\"", &width.to_string(), "\""]);
    }
}

/// The colour as a custom property when it stands in for a token, else as `#rrggbb`.
fn paint_of(color: BackendColor) -> String {
    if let Some(token) = Token::ALL.into_iter().find(|t| Palette::STAND_INS.color(*t, 1.0).rgb == color.rgb) {
        return ["var(", token.property(), ")"].concat();
    }
    let (r, g, b) = color.rgb;
    let mut hex = String::from("#");
    for part in [r, g, b] {
        for digit in [part >> 4, part & 15] {
            hex.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    hex
}

/// `text` with what SVG would read as markup escaped.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result<(), DrawingErrorKind<Infallible>> {
        self.stroke([from, to], style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let corners = [from, (to.0, from.1), to, (from.0, to.1)];
        if fill {
            return self.fill_polygon(corners, style);
        }
        self.stroke(corners.into_iter().chain([from]), style.color(), style.stroke_width());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.stroke(path, style.color(), style.stroke_width());
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let color = style.color();
        let paint = paint_of(color);
        let percent = (color.alpha * 100.0).round();
        // Between 0 and 100 by the clamp, so the cast loses nothing.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let opacity = (percent.clamp(0.0, 100.0) as u32).to_string();
        if percent < 100.0 {
            self.path(points, &[" fill=\"", &paint, "\" fill-opacity=\"", &opacity, "%\""]);
        } else {
            self.path(points, &[" fill=\"", &paint, "\""]);
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Result<(), DrawingErrorKind<Infallible>> {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"600\"" } else { "" };
        // Font sizes are a few dozen pixels.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let size = (style.size().round().max(0.0) as u32).to_string();
        self.push(&[
            "<text x=\"",
            &x.to_string(),
            "\" y=\"",
            &y.to_string(),
            "\" dy=\".35em\" font-size=\"",
            &size,
            "\" fill=\"",
            &paint_of(style.color()),
            "\"",
            anchor,
            weight,
            ">",
            &escape(text),
            "</text>",
        ]);
        Ok(())
    }
}

/// A target that writes SVG. It hands all to the backend but marks in even rows: those are dashes of one line, a few bytes a
/// row in place of an outline around each.
struct Dashes(SvgBackend);

impl DrawTarget for Dashes {
    fn rect(&mut self, from: BackendCoord, to: BackendCoord, color: BackendColor) -> Drawn {
        self.0.rect(from, to, color)
    }

    fn path(&mut self, points: Vec<BackendCoord>, line: Line) -> Drawn {
        DrawTarget::path(&mut self.0, points, line)
    }

    fn polygon(&mut self, points: Vec<BackendCoord>, color: BackendColor) -> Drawn {
        self.0.polygon(points, color)
    }

    fn text(&mut self, text: &str, font: &Font, at: BackendCoord) -> Drawn {
        self.0.text(text, font, at)
    }

    fn markers(&mut self) -> Option<&mut dyn DrawMarkers> {
        Some(self)
    }
}

impl DrawMarkers for Dashes {
    fn draw_markers(&mut self, centres: &[BackendCoord], marker: Marker, color: BackendColor) -> Drawn {
        let is_round = marker.shape != Shape::Square;
        let Some(pitch) = pitch_of(centres).filter(|pitch| *pitch > marker.width && (!is_round || marker.width == marker.height)) else {
            return self.0.polygon(marker::outline(centres, marker), color);
        };
        self.0.body.push_str("<path d=\"");
        let mut last: Option<BackendCoord> = None;
        for row in marker::rows(centres) {
            let (from, to) = (row[0], row[row.len() - 1]);
            let x = if is_round { from.0 } else { marker.corner(from).0 };
            // Half a gap longer than its dashes, so that rounding cannot lose the last.
            let length = to.0 - from.0 + (pitch + marker.width) / 2;
            // Relative, as in a path.
            let (step, (dx, dy)) = last.map_or(("M", (x, from.1)), |(a, b)| ("m", (x - a, from.1 - b)));
            self.0.push(&[step, &dx.to_string(), " ", &dy.to_string(), "h", &length.to_string()]);
            last = Some((x + length, from.1));
        }
        let dash = if is_round { 0 } else { marker.width };
        let round = if is_round { "\" stroke-linecap=\"round" } else { "" };
        let (dash, gap, width) = (dash.to_string(), (pitch - dash).to_string(), marker.height.to_string());
        let parts =
            ["\" stroke=\"", &paint_of(color), "\" stroke-width=\"", &width, "\" stroke-dasharray=\"", &dash, " ", &gap, round, "\"/>"];
        self.0.push(&parts);
        Ok(())
    }
}

/// The distance between neighbours where it is the same in every row.
fn pitch_of(centres: &[BackendCoord]) -> Option<i32> {
    let mut gaps = marker::rows(centres).flat_map(|row| row.windows(2)).map(|pair| pair[1].0 - pair[0].0);
    let pitch = gaps.next()?;
    gaps.all(|gap| gap == pitch).then_some(pitch)
}

/// For a drawing that stands in the middle of a box of another shape.
#[cfg(feature = "ssr")]
pub(crate) const MIDDLE: &str = "";

/// For a drawing that stands in its upper left corner.
#[cfg(feature = "ssr")]
pub(crate) const CORNER: &str = " preserveAspectRatio=\"xMinYMin\"";

/// Draws at `size` CSS pixels for the built page: `<svg>` with `class`, in its `place` in a box of another shape, hidden from
/// screen readers, for which sentence and table speak.
///
/// # Errors
/// What the drawing function reports.
#[cfg(feature = "ssr")]
pub(crate) fn inline(
    size: (u32, u32),
    class: &str,
    place: &str,
    draw: impl FnOnce(&mut Painter<'_>) -> Drawn,
) -> Result<String, DrawError> {
    let body = body(size, Palette::STAND_INS, draw)?;
    let (width, height) = (size.0.to_string(), size.1.to_string());
    Ok([
        "<svg class=\"",
        class,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\"",
        place,
        " aria-hidden=\"true\" focusable=\"false\">",
        &body,
        "</svg>",
    ]
    .concat())
}

/// The same drawing as a file that stands alone: its colours, fonts, title and description inside.
///
/// # Errors
/// What the drawing function reports.
pub fn file(
    size: (u32, u32),
    palette: Palette,
    title: &str,
    description: &str,
    draw: impl FnOnce(&mut Painter<'_>) -> Drawn,
) -> Result<String, DrawError> {
    let body = body(size, palette, draw)?;
    let (width, height) = (size.0.to_string(), size.1.to_string());
    Ok([
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" font-family=\"",
        font::SANS,
        "\" role=\"img\"><title>",
        &escape(title),
        "</title><desc>",
        &escape(description),
        "</desc>",
        &body,
        "</svg>\n",
    ]
    .concat())
}

fn body(size: (u32, u32), palette: Palette, draw: impl FnOnce(&mut Painter<'_>) -> Drawn) -> Result<String, DrawError> {
    let mut target = Dashes(SvgBackend::new(size));
    draw(&mut Painter::new(&mut target, palette, 1.0))?;
    Ok(target.0.body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::painter::{Align, TextLook};

    fn sample(p: &mut Painter<'_>) -> Drawn {
        p.fill_rect((0.0, 0.0), (50.0, 20.0), Token::Russia, 1.0)?;
        p.fill_rect((0.0, 0.0), (50.0, 20.0), Token::Ally, 0.3)?;
        p.text("A & <B>", (2.0, 10.0), TextLook { token: Token::Text, size: 13.0, bold: true, align: Align::Start })
    }

    #[test]
    fn built_colours_are_custom_properties_and_no_inline_style_stands() {
        let svg = inline((100, 40), "wide", MIDDLE, sample).expect("draws");
        assert!(svg.contains("fill=\"var(--russia)\"") && svg.contains("fill-opacity=\"30%\""), "{svg}");
        assert!(svg.contains("A &amp; &lt;B&gt;") && svg.contains("font-size=\"13\""), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains('#'), "{svg}");
    }

    #[test]
    fn even_rows_of_marks_are_dashes_and_others_an_outline() {
        let draw_markers = |centres: &[(f64, f64)], shape| {
            inline((100, 40), "wide", MIDDLE, |p| p.draw_markers(centres, (4.0, 4.0), shape, Token::Ally)).expect("draws")
        };
        let rows = [(5.0, 5.0), (15.0, 5.0), (25.0, 5.0), (5.0, 15.0)];
        let svg = draw_markers(&rows, Shape::Disc);
        assert!(svg.contains("d=\"M5 5h27m-27 10h7\" stroke=\"var(--ally)\" stroke-width=\"4\" stroke-dasharray=\"0 10\""), "{svg}");
        let svg = draw_markers(&rows, Shape::Square);
        assert!(svg.contains("d=\"M3 5h27m-27 10h7\"") && svg.contains("stroke-dasharray=\"4 6\""), "{svg}");
        assert!(draw_markers(&[(5.0, 5.0), (15.0, 5.0), (26.0, 5.0)], Shape::Disc).contains("fill=\"var(--ally)\""));
    }

    #[test]
    fn a_file_stands_alone() {
        let palette = Palette([(250, 248, 243); Token::ALL.len()]);
        let svg = file((100, 40), palette, "T & T", "D", sample).expect("draws");
        assert!(svg.contains("<title>T &amp; T</title><desc>D</desc>") && svg.contains("fill=\"#faf8f3\""), "{svg}");
        assert!(!svg.contains("var("), "{svg}");
    }
}
