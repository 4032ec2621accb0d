//! The picture to keep of a figure whose drawing never changes: made by the build, as SVG and as PNG at twice the size.
//! Those of other figures are made in the browser, in the state that the reader chose.

use super::{
    drawing,
    share_picture::{as_float, coloured, lines, png},
};
use crate::{
    chart::{font::SANS, wrap::wrap},
    content::{Content, error::Diagnostic, inline, markdown::escape},
    figures::figure::Figure,
};

/// Space around the drawing, and between it and the words, in CSS pixels.
const MARGIN: f64 = 24.0;

/// How title and source are set: characters in a line, size of letters, weight, colour.
const TITLE: (usize, f64, &str, &str) = (60, 20.0, "600", "--ink");
const SOURCE: (usize, f64, &str, &str) = (90, 13.0, "400", "--ink-2");

/// The files of a figure's picture by their paths below the site's root. `page` is the figure's own page, `style` the
/// style sheet of its drawing, `tokens` that with the colours.
///
/// # Errors
/// What is missing or cannot be drawn.
pub(crate) fn files(
    content: &Content,
    figure: &Figure,
    page: &str,
    style: &str,
    tokens: &str,
) -> Result<[(String, Vec<u8>); 2], Diagnostic> {
    let id = figure.id;
    let word = |key: &str| content.figure_word(id, key);
    let date =
        content.config.as_ref().map(|c| content.label_with("read_to", &[("date", &content.date_long(&c.data_date))])).unwrap_or_default();
    let source = format!("{} {date}.", inline::plain(content, word("source")));
    let drawing = drawing::find(id, page, "wide")?.ok_or_else(|| Diagnostic::of_program("its page has no wide drawing").at(id))?;
    let (width, height) = (drawing.width + 2.0 * MARGIN, drawing.height);
    let set = |text: &str, top: f64, (columns, size, weight, color): (usize, f64, &str, &str)| {
        let words = lines(text, columns, (MARGIN, top + size), size, weight, color);
        (words, top + as_float(wrap(text, columns).len()) * size * 1.15 + MARGIN / 2.0)
    };
    let (title, top) = set(word("title"), MARGIN, TITLE);
    let (source, bottom) = set(&source, top + height + MARGIN, SOURCE);
    let size = (width.round(), (bottom + MARGIN / 2.0).round());
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         font-family=\"{SANS}\" role=\"img\"><title>{}</title><desc>{}</desc><style>{}</style>\
         <rect width=\"{w}\" height=\"{h}\" fill=\"var(--paper)\"/>{title}\
         <g id=\"{id}\" transform=\"translate({MARGIN} {top})\">{}</g>{source}</svg>\n",
        escape(word("title")),
        escape(word("question")),
        escape(style),
        drawing.inside,
        w = size.0,
        h = size.1,
    );
    let svg = coloured(&svg, tokens)?;
    // A few hundred pixels.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let png = png(&svg, size.0 as u32 * 2, size.1 as u32 * 2)?;
    Ok([(format!("data/{id}.svg"), in_ascii(&svg).into_bytes()), (format!("data/{id}.png"), png)])
}

/// Letters beyond ASCII as references, which no charset that a host sends can garble.
fn in_ascii(xml: &str) -> String {
    let letter = |c: char| if c.is_ascii() { c.to_string() } else { format!("&#{};", u32::from(c)) };
    xml.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{build::site, figures::map};
    use std::path::Path;

    const PAGE: &str = "<svg class=\"wide\" width=\"640\" height=\"304\"><text>Almaty</text></svg>";

    #[test]
    fn the_picture_holds_title_drawing_source_and_date_in_its_own_colours() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let tokens = "--paper: #FFFFFF; --ink: #000000; --ink-2: #444444;";
        let [(path, svg), (_, png)] =
            files(&content, &map::FIGURE, PAGE, "@container (width<=9rem){text{fill:red}}", tokens).expect("drawn");
        let svg = String::from_utf8(svg).expect("a text");
        let word = |key| in_ascii(&escape(content.figure_word(map::ID, key)));
        let (read_to, _) = content.label("read_to").split_once('{').expect("the date");
        for needed in [
            ["<title>", &word("title")].concat(),
            ["<desc>", &word("question")].concat(),
            "Almaty".into(),
            "Natural".into(),
            "width&lt;=".into(),
        ] {
            assert!(svg.contains(&needed), "{needed}: {svg}");
        }
        assert!(svg.contains(read_to), "{read_to}: {svg}");
        assert!(path == "data/map.svg" && !svg.contains("var("), "{svg}");
        assert!(png.starts_with(b"\x89PNG") && png[16..20] == 1376_u32.to_be_bytes(), "twice as wide");
    }
}
