//! A figure as one picture for saving: title, drawings, finding and source on their own ground.

use super::{
    painter::{Align, DrawError, Drawn, Painter, TextLook},
    svg,
    token::{Palette, Token},
    wrap::wrap,
};

/// Width of the drawings, in CSS pixels.
pub(crate) const WIDTH: f64 = 640.0;

/// Space around them.
const MARGIN: f64 = 24.0;

/// Space between them.
const GAP: f64 = 12.0;

/// Draws into a size in CSS pixels.
pub(crate) type Paint<'a> = dyn Fn(&mut Painter<'_>, (f64, f64)) -> Drawn + 'a;

/// A drawing in the picture.
pub struct Panel<'a> {
    /// Its height in CSS pixels; it is [`WIDTH`] wide.
    pub height: f64,
    /// Draws it into its size.
    pub draw: Box<Paint<'a>>,
}

/// Everything a picture shows.
pub(crate) struct Picture<'a> {
    /// The finding as a title.
    pub title: String,
    /// The state in a sentence; also the file's description.
    pub sentence: String,
    /// Where the numbers come from, and their date.
    pub source: String,
    /// The drawings, from above.
    pub panels: Vec<Panel<'a>>,
}

/// How a text is set: characters in a line, height of a line in CSS pixels, its look.
struct Setting {
    columns: usize,
    line: f64,
    look: TextLook,
}

const fn setting(columns: usize, line: f64, size: f64, token: Token, bold: bool) -> Setting {
    Setting { columns, line, look: TextLook { token, size, bold, align: Align::Start } }
}

const TITLE: Setting = setting(48, 27.0, 20.0, Token::Text, true);
const SENTENCE: Setting = setting(84, 20.0, 14.0, Token::Text, false);
const SOURCE: Setting = setting(90, 18.0, 13.0, Token::Text2, false);

impl Picture<'_> {
    /// Width and height in CSS pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        let height = |text: &str, set: &Setting| f64::from(u32::try_from(wrap(text, set.columns).len()).unwrap_or(1)) * set.line + GAP;
        let panels: f64 = self.panels.iter().map(|p| p.height + GAP).sum();
        let texts = height(&self.title, &TITLE) + height(&self.sentence, &SENTENCE) + height(&self.source, &SOURCE);
        // A few hundred pixels each.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        ((WIDTH + 2.0 * MARGIN) as u32, (panels + texts + 2.0 * MARGIN) as u32)
    }

    /// Draws the picture.
    ///
    /// # Errors
    /// What the backend reports.
    pub(crate) fn draw(&self, painter: &mut Painter<'_>) -> Drawn {
        let (width, height) = self.size();
        painter.fill_rect((0.0, 0.0), (f64::from(width), f64::from(height)), Token::Paper, 1.0)?;
        let mut top = MARGIN;
        lines(painter, &mut top, &self.title, &TITLE)?;
        for panel in &self.panels {
            painter.move_to((MARGIN, top));
            (panel.draw)(painter, (WIDTH, panel.height))?;
            top += panel.height + GAP;
        }
        lines(painter, &mut top, &self.sentence, &SENTENCE)?;
        lines(painter, &mut top, &self.source, &SOURCE)
    }

    /// The picture as an SVG file in `palette`.
    ///
    /// # Errors
    /// What the drawing reports.
    pub(crate) fn svg(&self, palette: Palette) -> Result<String, DrawError> {
        svg::file(self.size(), palette, &self.title, &self.sentence, |painter| self.draw(painter))
    }
}

/// Draws `text` from `top` down, and moves `top` below it.
fn lines(painter: &mut Painter<'_>, top: &mut f64, text: &str, set: &Setting) -> Drawn {
    for line in wrap(text, set.columns) {
        painter.move_to((MARGIN, *top));
        painter.text(&line, (0.0, set.line / 2.0), set.look)?;
        *top += set.line;
    }
    *top += GAP;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_holds_its_words_and_all_its_drawings() {
        let panel = |token| Panel { height: 50.0, draw: Box::new(move |p, size| p.fill_rect((0.0, 0.0), size, token, 1.0)) };
        let picture = Picture {
            title: "A title that is so long that it must be broken into two lines at least".into(),
            sentence: "A sentence.".into(),
            source: "A source.".into(),
            panels: vec![panel(Token::Russia), panel(Token::Ally)],
        };
        let svg = picture.svg(Palette::STAND_INS).expect("draws");
        assert_eq!(svg.matches("<text").count(), 4, "{svg}");
        assert!(svg.contains("var(--russia)") && svg.contains("var(--ally)"), "{svg}");
        let height = f64::from(picture.size().1);
        assert!((height - (48.0 + 2.0 * 62.0 + 66.0 + 32.0 + 30.0)).abs() < 1.0, "{height}");
    }
}
