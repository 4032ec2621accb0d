//! Names on the ground: the country, its neighbours, two towns; in the first state also why the country matters.

use super::{
    days::Days,
    ground::{COUNTRY, Ground},
    layout::Layout,
    marks::{lead, text, town},
    states::STATES,
    words::words,
};
use crate::{
    chart::wrap::wrap,
    content::{Content, error::Diagnostic, statement::capitalised},
    figures::map,
};

/// The towns, by their ids on the map, in the order of [`Layout::names`], and where their names are anchored.
const TOWNS: [(&str, &str); 2] = [("zhanaozen", ""), ("almaty", "end")];

/// The names in a state.
///
/// # Errors
/// The words or the place that are missing.
pub(super) fn svg(content: &Content, layout: &Layout, ground: &Ground<'_>, days: &Days<'_>, state: usize) -> Result<String, Diagnostic> {
    let is_first = state == 0;
    let line = |(x, y): (f64, f64)| (x, y + layout.line);
    let mut at = layout.country;
    let mut out = text("country", "middle", at, content.state_name(COUNTRY));
    if is_first {
        for words in why(content, layout)? {
            at = line(at);
            out += &text("note", "middle", at, &words);
        }
    }
    let neighbours = [
        ("", layout.russia, content.state_name("RUS"), "fourteen_border_russia"),
        ("end", layout.china, content.label("fourteen_china"), "fourteen_border_china"),
    ];
    for (anchor, [at, border_at], name, border) in neighbours {
        out += &text("", anchor, at, name);
        if is_first {
            out += &text("note small", anchor, border_at, &words(content, border)?);
        }
    }
    if let Some(at) = layout.kyrgyzstan {
        out += &text("", "middle", at, content.state_name("KGZ"));
    }
    for ((id, anchor), (right, down)) in TOWNS.into_iter().zip(layout.names) {
        let (x, y) = ground.place(layout, id)?;
        let at = (x + right, y + down);
        let is_current = STATES[state].town == Some(id);
        out += &town((x, y), is_current);
        if anchor.is_empty() {
            // Its name stands below the land, where no border runs through it.
            out += &lead((x, y + 11.0), at.1 - layout.line + 4.0);
        }
        // What happened in the town, above its name, with a line that joins it to the mark.
        let mut here = Vec::new();
        for key in if is_current { STATES[state].here } else { &[] } {
            here.extend(wrap(&words(content, key)?, layout.here));
        }
        let mut above = at.1;
        for words in here.iter().rev() {
            above -= layout.line;
            out += &text("note", anchor, (at.0, above), words);
        }
        if !here.is_empty() {
            out += &lead((x, above - 0.6 * layout.line), y - 9.0);
        }
        out += &text(if is_current { "now" } else { "" }, anchor, at, content.figure_word(map::ID, &["place_", id].concat()));
        if is_first && is_current {
            let words = words(content, "fourteen_road")?.replace("{day}", &days.day(STATES[state].days.0)?);
            out += &text("note", anchor, line(at), &words);
        }
    }
    Ok(out)
}

/// Why the country matters, as lines beneath its name.
///
/// # Errors
/// The words that are missing.
fn why(content: &Content, layout: &Layout) -> Result<Vec<String>, Diagnostic> {
    Ok(wrap(&capitalised(&words(content, "fourteen_uranium")?), layout.why))
}
