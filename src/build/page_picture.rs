//! The picture that shared links show of the page: its headline over a row of marks, one for each row of the ledger.

use super::{
    head,
    share_picture::{DISPLAY, as_float, coloured, lines, png},
};
use crate::{
    chart::font::SANS,
    content::{
        Content,
        ledger::{Appeal, Mark},
    },
};

/// Where the row of marks begins and ends, how high it stands, and how large a mark may be, in pixels.
const ROW: (f64, f64, f64, f64) = (102.0, 1096.0, 542.0, 22.0);

/// The picture as PNG.
///
/// # Errors
/// When the colours lack one that is used, and what the rasteriser reports.
pub(crate) fn picture(content: &Content, tokens: &str) -> Result<Vec<u8>, String> {
    let marks: Vec<Mark> = content.ledger.iter().map(Appeal::mark).collect();
    png(&svg([content.label("headline"), content.label("share_line")], &marks, tokens)?, head::PICTURE.1, head::PICTURE.2)
}

/// What the picture shows, in words.
pub(crate) fn words(content: &Content) -> String {
    let came = content.ledger.iter().find(|row| row.soldiers_came());
    // The month of the day.
    let came = came.map(|row| content.date_long(row.date.rsplit_once('-').map_or(row.date.as_str(), |(month, _)| month)));
    let values =
        [("title", content.label("headline")), ("rows", &content.small_number(content.ledger.len())), ("came", &came.unwrap_or_default())];
    content.label_with("share_picture", &values)
}

/// The headline and the line below it over the `marks` of the rows.
fn svg([headline, line]: [&str; 2], marks: &[Mark], tokens: &str) -> Result<String, String> {
    let (_, width, height) = head::PICTURE;
    let (from, to, y, largest) = ROW;
    let step = (to - from) / as_float(marks.len().saturating_sub(1)).max(1.0);
    let radius = largest.min(step / 3.0);
    let mark = |(n, mark): (usize, &Mark)| {
        let (fill, line, radius) = match mark {
            Mark::Came => ("--russia", "--russia", radius),
            Mark::Soldiers | Mark::Help => ("--paper", "--ink", radius),
            Mark::NotAsked => ("--ink", "--ink", radius / 4.0),
        };
        let x = from + step * as_float(n);
        let dot = if *mark == Mark::Soldiers {
            format!("<circle cx=\"{x:.1}\" cy=\"{y}\" r=\"{:.1}\" fill=\"var({line})\"/>", radius / 2.5)
        } else {
            String::new()
        };
        format!("<circle cx=\"{x:.1}\" cy=\"{y}\" r=\"{radius:.1}\" fill=\"var({fill})\" stroke=\"var({line})\" stroke-width=\"4\"/>{dot}")
    };
    let marks: String = marks.iter().enumerate().map(mark).collect();
    let title = lines(headline, 18, (80.0, 208.0), 104.0, "600", "--ink");
    let line = lines(line, 60, (80.0, 400.0), 36.0, "400", "--ink-2");
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{SANS}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"var(--paper)\"/><g font-family=\"{DISPLAY}\">{title}</g>{line}\
         <path d=\"M{from} {y}H{to}\" stroke=\"var(--axis)\" stroke-width=\"2\"/>{marks}</svg>"
    );
    coloured(&svg, tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = ":root { --paper: #FFFFFF; --ink: #000000; --ink-2: #444444; --axis: #888888; --russia: #AA0000; }";
    const WORDS: [&str; 2] = ["It came once", "Why?"];

    #[test]
    fn every_row_has_a_mark_and_the_one_that_brought_soldiers_is_filled() {
        let svg = svg(WORDS, &[Mark::Help, Mark::Came, Mark::NotAsked], TOKENS).expect("drawn");
        assert_eq!((svg.matches("<circle").count(), svg.matches("fill=\"#AA0000\"").count()), (3, 1), "{svg}");
        assert_eq!((svg.matches("fill=\"#FFFFFF\" stroke").count(), svg.matches("fill=\"#000000\" stroke").count()), (1, 1), "{svg}");
        assert!(svg.contains("It came once</tspan>") && !svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn a_ledger_of_one_row_or_none_is_drawn() {
        for rows in [&[][..], &[Mark::Came]] {
            let svg = svg(WORDS, rows, TOKENS).expect("drawn");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
