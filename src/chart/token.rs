//! Colours by role. Their values stand in `style/tokens.css` alone; the screen reads them from there.

use serde::{Deserialize, Serialize};

use plotters_backend::BackendColor;

/// The role of a colour in a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Token {
    /// Behind everything.
    Paper,
    /// Text and strong lines.
    Text,
    /// Secondary text.
    Text2,
    /// The base line of a scale.
    Axis,
    /// Lines behind the marks.
    Grid,
    /// Russia.
    Russia,
    /// Any ally.
    Ally,
}

impl Token {
    /// All of them, in the order of [`Token::index`].
    pub const ALL: [Self; 7] = [Self::Paper, Self::Text, Self::Text2, Self::Axis, Self::Grid, Self::Russia, Self::Ally];

    /// The CSS custom property that holds its value.
    pub fn property(self) -> &'static str {
        match self {
            Self::Paper => "--paper",
            Self::Text => "--ink",
            Self::Text2 => "--ink-2",
            Self::Axis => "--axis",
            Self::Grid => "--grid",
            Self::Russia => "--russia",
            Self::Ally => "--ally",
        }
    }

    /// Its place in [`Token::ALL`].
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|t| *t == self).unwrap_or(0)
    }
}

/// A colour for each token, as red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette(pub [(u8, u8, u8); Token::ALL.len()]);

impl Palette {
    /// Stand-ins that the built SVG replaces by `var(--…)`: one unmistakable colour per token.
    pub(crate) const STAND_INS: Self = Self([(1, 0, 0), (1, 0, 1), (1, 0, 2), (1, 0, 3), (1, 0, 4), (1, 0, 5), (1, 0, 6)]);

    /// The colour of `token`, `alpha` from 0 to 1.
    pub(crate) fn color(&self, token: Token, alpha: f64) -> BackendColor {
        BackendColor { alpha, rgb: self.0[token.index()] }
    }
}

/// Reads `#rrggbb`, or `#rgb`, to which the build shortens it where it can.
pub fn rgb_from_hex(text: &str) -> Option<(u8, u8, u8)> {
    let hex = text.as_bytes().trim_ascii().strip_prefix(b"#")?;
    let mut digits = hex.iter().map(|&digit| char::from(digit).to_digit(16));
    let is_short = hex.len() == 3;
    let mut part = || {
        let high = digits.next()??;
        let low = if is_short { high } else { digits.next()?? };
        u8::try_from(high * 16 + low).ok()
    };
    let rgb = (part()?, part()?, part()?);
    digits.next().is_none().then_some(rgb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_colours_are_read_and_others_refused() {
        assert_eq!(rgb_from_hex(" #A8430F"), Some((168, 67, 15)));
        assert_eq!(rgb_from_hex("#f0a"), Some((255, 0, 170)));
        for bad in ["", "#ff", "#ffff", "A8430F", "#A8430G", "#äää", "CanvasText"] {
            assert_eq!(rgb_from_hex(bad), None, "{bad}");
        }
    }
}
