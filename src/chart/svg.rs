//! A drawing as SVG for the built page: colours as custom properties, no inline style, no fonts named.

use plotters_svg::SVGBackend;

use super::{
    painter::{Drawn, Painter},
    token::{Palette, Token},
};

/// plotters divides the font sizes of SVG text by this.
const FONT_FACTOR: f64 = 1.24;

/// Draws at `size` CSS pixels and returns the `<svg>` with `class`, hidden from screen readers: sentence and table speak for it.
///
/// # Errors
/// What the drawing function reports, as text.
pub fn svg(
    size: (u32, u32),
    class: &str,
    draw: impl for<'b> FnOnce(&mut Painter<'_, SVGBackend<'b>>) -> Drawn<SVGBackend<'b>>,
) -> Result<String, String> {
    let mut out = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut out, size);
        draw(&mut Painter::new(&mut backend, Palette::STAND_INS, 1.0, FONT_FACTOR)).map_err(|e| e.to_string())?;
        plotters_backend::DrawingBackend::present(&mut backend).map_err(|e| e.to_string())?;
    }
    Ok(with_properties(&out, size, class))
}

fn with_properties(svg: &str, (width, height): (u32, u32), class: &str) -> String {
    let body = svg.split_once('>').map_or("", |(_, rest)| rest);
    let mut body = body.replace("</svg>", "");
    for token in Token::ALL {
        let (r, g, b) = Palette::STAND_INS.0[token.index()];
        body = body.replace(&format!("#{r:02X}{g:02X}{b:02X}"), &format!("var({})", token.property()));
    }
    // What CSS says once need not stand on every mark.
    for repeated in [" font-family=\"system-ui, sans-serif\"", " opacity=\"1\"", " stroke=\"none\"", " text-anchor=\"start\""] {
        body = body.replace(repeated, "");
    }
    let body = round_font_sizes(&body);
    let lines: Vec<&str> = body.lines().map(str::trim).collect();
    let body = lines.concat();
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\" focusable=\"false\">{body}</svg>"
    )
}

/// Undoes the noise of multiplying and dividing by [`FONT_FACTOR`]: `13.000000000000002` → `13`.
fn round_font_sizes(body: &str) -> String {
    const ATTRIBUTE: &str = "font-size=\"";
    let mut parts = body.split(ATTRIBUTE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (size, rest) = part.split_once('"').unwrap_or((part, ""));
        let rounded = size.parse::<f64>().map_or_else(|_| size.to_owned(), |v| ((v * 100.0).round() / 100.0).to_string());
        out.push_str(&[ATTRIBUTE, &rounded, "\"", rest].concat());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::painter::{Align, TextLook};

    #[test]
    fn colours_are_custom_properties_and_no_inline_style_stands() {
        let svg = svg((100, 40), "wide", |p| {
            p.fill_rect((0.0, 0.0), (50.0, 20.0), Token::Russia, 1.0)?;
            p.text("A & B", (2.0, 10.0), TextLook { token: Token::Ink, size: 13.0, bold: true, align: Align::Start })
        })
        .expect("draws");
        assert!(svg.contains("fill=\"var(--russia)\"") && svg.contains("A &amp; B"), "{svg}");
        assert!(svg.contains("font-size=\"13\""), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains('#'), "{svg}");
    }
}
