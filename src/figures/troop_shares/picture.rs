//! The figure as one picture for downloads and sharing: title, both drawings, source.

use super::{bars, combinations, data::ShareData, state::State};
use crate::chart::{
    painter::{Align, DrawError, Drawn, Painter, TextLook},
    svg,
    token::{Palette, Token},
    wrap::wrap,
};

/// Width of the drawings, in CSS pixels.
const WIDTH: f64 = 640.0;

/// Space around them.
const MARGIN: f64 = 24.0;

/// Height of a line of the title, and of a line of small text.
const LINES: (f64, f64) = (27.0, 18.0);

/// Characters that fit in a line of the title, and in a line of small text.
const COLUMNS: (usize, usize) = (58, 96);

/// Everything the picture shows.
pub struct Picture<'a> {
    /// The finding.
    pub title: String,
    /// Where the numbers come from.
    pub source: String,
    /// The figure's data.
    pub data: &'a ShareData,
    /// Its state.
    pub state: &'a State,
}

impl Picture<'_> {
    fn heights(&self) -> [f64; 5] {
        let lines = |text: &str, columns| f64::from(u32::try_from(wrap(text, columns).len()).unwrap_or(1));
        let bars = f64::from(bars::height(WIDTH, self.data.bars(self.state).len()));
        let line = f64::from(combinations::height(WIDTH, self.data.line.rows.len()));
        [
            lines(&self.title, COLUMNS.0) * LINES.0 + 12.0,
            bars,
            lines(&self.data.sentence(self.state), COLUMNS.1) * LINES.1 + 24.0,
            line,
            lines(&self.source, COLUMNS.1) * LINES.1 + 12.0,
        ]
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> (u32, u32) {
        // A few hundred pixels each.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        ((WIDTH + 2.0 * MARGIN) as u32, (self.heights().iter().sum::<f64>() + 2.0 * MARGIN) as u32)
    }

    /// Draws the picture on its own ground.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw(&self, painter: &mut Painter<'_>) -> Drawn {
        let (width, height) = self.size();
        painter.fill_rect((0.0, 0.0), (f64::from(width), f64::from(height)), Token::Paper, 1.0)?;
        let [title, bars, sentence, line, _] = self.heights();
        let mut top = MARGIN;
        painter.move_to((MARGIN, top));
        self.lines(painter, &self.title, COLUMNS.0, LINES.0, (Token::Ink, 20.0, true))?;
        top += title;
        painter.move_to((MARGIN, top));
        bars::draw(painter, (WIDTH, bars), self.data, self.state)?;
        top += bars + 12.0;
        painter.move_to((MARGIN, top));
        self.lines(painter, &self.data.sentence(self.state), COLUMNS.1, LINES.1, (Token::Ink, 14.0, false))?;
        top += sentence - 12.0;
        painter.move_to((MARGIN, top));
        combinations::draw(painter, (WIDTH, line), self.data, self.state, None)?;
        top += line + 12.0;
        painter.move_to((MARGIN, top));
        self.lines(painter, &self.source, COLUMNS.1, LINES.1, (Token::Ink2, 13.0, false))
    }

    fn lines(&self, painter: &mut Painter<'_>, text: &str, columns: usize, height: f64, (token, size, bold): (Token, f64, bool)) -> Drawn {
        let mut y = height / 2.0;
        for line in wrap(text, columns) {
            painter.text(&line, (0.0, y), TextLook { token, size, bold, align: Align::Start })?;
            y += height;
        }
        Ok(())
    }

    /// The picture as an SVG file.
    ///
    /// # Errors
    /// What the drawing reports.
    pub fn svg(&self, palette: Palette) -> Result<String, DrawError> {
        svg::file(self.size(), palette, &self.title, &self.data.sentence(self.state), |painter| self.draw(painter))
    }
}
