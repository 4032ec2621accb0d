//! The picture that shared links show of the page: the pair of January and September 2022. A member asked for military help
//! both times; soldiers came once, a dot each, and the other time the place for them stays empty.

use super::{
    head,
    share_picture::{DISPLAY, coloured, lines, png},
};
use crate::{
    chart::font::SANS,
    content::{Content, error::Diagnostic, inline},
    walk::cover,
};

/// Where the two halves begin from the left, in pixels.
const HALVES: [u32; 2] = [80, 620];

/// How many dots stand in a row of the field, and how far apart dots are, in pixels.
const COLUMNS: u32 = 100;
const PITCH: f64 = 5.0;

/// Where the fields begin from the top, in pixels.
const FIELD: f64 = 392.0;

/// The picture as PNG.
///
/// # Errors
/// When the content lacks the number of soldiers, or the colours one that is used, and what the rasteriser reports.
pub(crate) fn picture(content: &Content, tokens: &str) -> Result<Vec<u8>, Diagnostic> {
    let word = |key: &str| inline::plain(content, content.label(key));
    let halves = [["share_came_when", "share_came"], ["share_stayed_when", "share_stayed"]].map(|half| half.map(word));
    png(&svg(content.label("headline"), &halves, cover::soldiers(content)?, tokens)?, head::PICTURE.1, head::PICTURE.2)
}

/// What the picture shows, in words.
pub(crate) fn words(content: &Content) -> String {
    inline::plain(content, content.label("share_picture"))
}

/// The headline over the two `halves`, each with its month and what happened; `soldiers` came in the first.
fn svg(headline: &str, halves: &[[String; 2]; 2], soldiers: u32, tokens: &str) -> Result<String, Diagnostic> {
    let (_, width, height) = head::PICTURE;
    let rows = soldiers.div_ceil(COLUMNS);
    let side = |dots: u32| f64::from(dots) * PITCH;
    let dots = |row: u32| {
        let count = COLUMNS.min(soldiers - row * COLUMNS);
        let (x, y) = (f64::from(HALVES[0]) + PITCH / 2.0, FIELD + side(row) + PITCH / 2.0);
        // A line of dashes without length has round ends only: dots.
        format!("M{x:.1} {y:.1}h{:.1}", side(count - 1) + 0.1)
    };
    let field: String = (0..rows).map(dots).collect();
    let words = HALVES.iter().zip(halves).map(|(x, [when, what])| {
        let x = f64::from(*x);
        lines(when, 40, (x, 240.0), 30.0, "400", "--ink-2") + &lines(what, 24, (x, 296.0), 42.0, "600", "--ink")
    });
    let (words, title) = (words.collect::<String>(), lines(headline, 40, (80.0, 150.0), 88.0, "600", "--ink"));
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{SANS}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"var(--paper)\"/><g font-family=\"{DISPLAY}\">{title}</g>{words}\
         <path class=\"came\" d=\"{field}\" fill=\"none\" stroke=\"var(--russia)\" stroke-width=\"{:.1}\" stroke-linecap=\"round\" stroke-dasharray=\"0 {PITCH}\"/>\
         <rect x=\"{}\" y=\"{FIELD}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"none\" stroke=\"var(--axis)\" stroke-width=\"2\"/></svg>",
        PITCH * 0.8,
        HALVES[1],
        side(COLUMNS),
        side(rows),
    );
    coloured(&svg, tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = ":root { --paper: #FFFFFF; --ink: #000000; --ink-2: #444444; --axis: #888888; --russia: #AA0000; }";

    fn drawn(soldiers: u32) -> String {
        let halves = [["January", "Came"], ["September", "Stayed"]].map(|half| half.map(str::to_owned));
        svg("It came once", &halves, soldiers, TOKENS).expect("drawn")
    }

    #[test]
    fn every_soldier_has_a_dot_and_the_other_field_is_empty() {
        let svg = drawn(250);
        let field = svg.split_once("class=\"came\" d=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
        // Two whole rows, and a half one of 50 dots, which are 49 steps apart.
        assert_eq!(field.matches('M').count(), 3, "{svg}");
        assert!(field.ends_with(&format!("h{:.1}", 49.0 * PITCH + 0.1)), "{field}");
        assert!(
            svg.contains("January</tspan>") && svg.contains("Stayed</tspan>") && svg.matches("stroke=\"#AA0000\"").count() == 1,
            "{svg}"
        );
    }

    #[test]
    fn a_field_without_soldiers_is_drawn() {
        assert!(!drawn(0).contains("NaN"));
    }
}
