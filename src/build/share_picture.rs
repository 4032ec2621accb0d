//! The pictures that shared links show of figures: the finding beside the figure's own drawing, or alone where the figure
//! is text and tables.

use std::sync::{Arc, LazyLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use super::{
    drawing::{self, Drawing},
    head,
};
use crate::{
    chart::{font::SANS, wrap::wrap},
    content::{Content, error::Diagnostic, markdown::escape},
    figures::{figure::Figure, registry},
};

/// Letters of a known shape, so that every machine makes the same picture; their licence lies beside them.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../style/fonts/sans-400.ttf"),
    include_bytes!("../../style/fonts/sans-600.ttf"),
    include_bytes!("../../style/fonts/display-600.ttf"),
];
/// Read once for all pictures.
static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut letters = Database::new();
    for font in FONTS {
        letters.load_font_data(font.to_vec());
    }
    Arc::new(letters)
});

/// The face of headlines.
pub(super) const DISPLAY: &str = "Explainer Display";

/// The room of the drawing: left, top, width and height, in pixels.
const ROOM: (f64, f64, f64, f64) = (640.0, 56.0, 496.0, 480.0);

/// How words are set beside a drawing and alone: characters in a line, size of the finding, size of the question.
const BESIDE: (usize, f64, f64) = (22, 48.0, 0.0);
const ALONE: (usize, f64, f64) = (28, 80.0, 36.0);

/// The words of a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    /// The finding.
    pub title: &'a str,
    /// The question with its explanations; only a picture without drawing has room for it.
    pub question: &'a str,
    /// The name of the site.
    pub site: &'a str,
}

/// The picture of every figure as PNG, by its path. `page` gives a figure's own page.
///
/// # Errors
/// The first fault of a drawing.
pub(crate) fn all<'a>(
    content: &Content,
    page: impl Fn(&Figure) -> Option<&'a str>,
    style: &str,
    tokens: &str,
) -> Result<Vec<(String, Vec<u8>)>, Diagnostic> {
    let picture = |figure: &Figure| {
        let word = |key: &str| content.figure_word(figure.id, key);
        let words = Words { title: word("title"), question: word("question"), site: content.label("headline") };
        let svg = svg(figure.id, words, page(figure).unwrap_or_default(), style, tokens)?;
        Ok((path(figure.id), png(&svg, head::PICTURE.1, head::PICTURE.2)?))
    };
    registry::ALL.iter().map(picture).collect()
}

/// Their folder below the site's root.
pub(crate) const FOLDER: &str = "share/";

/// Where the picture of `figure` stands below the site's root.
pub(crate) fn path(figure: &str) -> String {
    format!("{FOLDER}{figure}.png")
}

/// The picture as SVG. `body` is the figure's page, from which the narrow drawing is taken: its letters are the larger
/// ones. `style` is the style sheet of drawings, `tokens` that with the colours.
///
/// # Errors
/// When the colours lack one that is used, or the drawing does not say its size.
pub(crate) fn svg(figure: &str, words: Words<'_>, body: &str, style: &str, tokens: &str) -> Result<String, Diagnostic> {
    let drawing = drawing::find(figure, body, "narrow")?;
    let (columns, size, small) = if drawing.is_some() { BESIDE } else { ALONE };
    let mut text = lines(words.title, columns, (64.0, 64.0 + size), size, "600", "--ink");
    // What follows a question in its note explains signs, which no picture of words alone has.
    if let Some((question, _)) = words.question.split_once('?').filter(|_| small > 0.0) {
        let top = 64.0 + size * 1.15 * as_float(wrap(words.title, columns).len()) + 2.0 * small;
        text += &lines(&[question, "?"].concat(), columns * 2, (64.0, top), small, "400", "--ink-2");
    }
    let drawing = drawing.map(|drawing| placed(figure, &drawing)).unwrap_or_default();
    let (_, width, height) = head::PICTURE;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{SANS}\"><style>{}</style>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"var(--paper)\"/>{text}{drawing}\
         <path d=\"M64 560h{}\" stroke=\"var(--axis)\"/><circle cx=\"75\" cy=\"594\" r=\"9\" fill=\"var(--russia)\"/>\
         <text x=\"98\" y=\"602\" font-size=\"24\" fill=\"var(--ink-2)\">{}</text></svg>",
        escape(style),
        width - 128,
        escape(words.site)
    );
    coloured(&svg, tokens)
}

/// An SVG as a PNG of `width` by `height` pixels, which has its proportions.
///
/// # Errors
/// What the rasteriser reports, which is a fault of the drawing.
pub(crate) fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, Diagnostic> {
    let options = Options { fontdb: LETTERS.clone(), ..Options::default() };
    let fault = |e: &dyn std::fmt::Display| Diagnostic::unplaced(format!("a picture cannot be drawn ({e})"), "correct the drawing");
    let tree = Tree::from_str(svg, &options).map_err(|e| fault(&e))?;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| Diagnostic::unplaced("a picture has no size", "correct the drawing"))?;
    // A few thousand pixels.
    #[allow(clippy::cast_precision_loss)]
    let scale = width as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| fault(&e))
}

/// The drawing as large as its room allows.
fn placed(figure: &str, drawing: &Drawing) -> String {
    let (left, top, width, height) = ROOM;
    let scale = (width / drawing.width).min(height / drawing.height);
    format!("<g id=\"{figure}\" transform=\"translate({left} {top}) scale({scale:.4})\">{}</g>", drawing.inside)
}

/// `text` in lines from the baseline at `from` down.
pub(super) fn lines(text: &str, columns: usize, from: (f64, f64), size: f64, weight: &str, color: &str) -> String {
    let line = |(i, line): (usize, String)| {
        format!("<tspan x=\"{}\" y=\"{:.1}\">{}</tspan>", from.0, from.1 + as_float(i) * size * 1.15, escape(&line))
    };
    let spans: String = wrap(text, columns).into_iter().enumerate().map(line).collect();
    format!("<text font-size=\"{size}\" font-weight=\"{weight}\" fill=\"var({color})\">{spans}</text>")
}

/// A small count.
pub(super) fn as_float(n: usize) -> f64 {
    u32::try_from(n).map_or(0.0, f64::from)
}

/// `svg` with its custom properties replaced by the light colours of `tokens`.
pub(super) fn coloured(svg: &str, tokens: &str) -> Result<String, Diagnostic> {
    let mut parts = svg.split("var(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')').unwrap_or((part, ""));
        // The first value is the light one.
        let value = tokens.split_once(&[name, ":"].concat()).and_then(|(_, rest)| rest.split([';', '}']).next());
        out += value
            .ok_or_else(|| Diagnostic::new("style/tokens.css", "", (format!("has no `{name}`, which a drawing uses"), "add it")))?
            .trim();
        out += rest;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = ":root { --paper: #FFFFFF; --ink: #000000; --ink-2: #444444; --axis: #888888; --russia: #AA0000; } \
                          @media { :root { --ink: #EEEEEE; } }";
    const BODY: &str = "<p></p><svg class=\"narrow\" width=\"312\" height=\"240\"><path d=\"M0 0h9v240\" fill=\"var(--russia)\"/></svg>";
    const WORDS: Words<'_> =
        Words { title: "A finding & more of it than one line holds", question: "A question? A ring: none.", site: "A site" };

    #[test]
    fn a_picture_holds_the_finding_and_the_drawing_in_light_colours() {
        let svg = svg("f", WORDS, BODY, "", TOKENS).expect("drawn");
        assert!(svg.contains("A finding &amp; more of it</tspan>") && svg.contains("fill=\"#AA0000\""), "{svg}");
        assert!(svg.contains("scale(1.5897)") && !svg.contains("var(") && !svg.contains("A question?"), "{svg}");
    }

    #[test]
    fn a_figure_of_text_shows_its_question() {
        let svg = svg("f", WORDS, "<p></p>", "", TOKENS).expect("drawn");
        assert!(svg.contains("A question?</tspan>") && !svg.contains("A ring"), "{svg}");
    }

    #[test]
    fn a_colour_that_is_missing_is_named() {
        let body = BODY.replace("--russia", "--purple");
        assert!(svg("f", WORDS, &body, "", TOKENS).expect_err("refused").problem.contains("`--purple`"));
    }

    #[test]
    fn a_picture_is_the_same_each_time_and_has_its_size() {
        let svg = svg("f", WORDS, BODY, "", TOKENS).expect("drawn");
        let picture = png(&svg, head::PICTURE.1, head::PICTURE.2).expect("a picture");
        assert_eq!(picture, png(&svg, head::PICTURE.1, head::PICTURE.2).expect("a picture"));
        let side = |at: usize| u32::from_be_bytes([picture[at], picture[at + 1], picture[at + 2], picture[at + 3]]);
        assert_eq!((side(16), side(20)), (head::PICTURE.1, head::PICTURE.2));
    }
}
