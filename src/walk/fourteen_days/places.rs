//! Names on the ground: the country, its neighbours, two towns; in the first state also why the country matters.

use super::{
    days::Days,
    ground::{COUNTRY, Ground},
    layout::Layout,
    marks::{text, town},
    notes::words,
    states::STATES,
};
use crate::{
    chart::wrap::wrap,
    content::{Content, statement::capitalised},
    figures::map,
};

/// The towns, by their ids on the map, with the key of what is first told of them and the event whose day it names.
const TOWNS: [(&str, &str, &str); 2] = [("zhanaozen", "fourteen_road", "protest-begins"), ("almaty", "fourteen_violence", "turns-violent")];

/// The names in a state.
///
/// # Errors
/// The words or the place that are missing.
pub(super) fn svg(content: &Content, layout: &Layout, ground: &Ground<'_>, days: &Days<'_>, state: usize) -> Result<String, String> {
    let is_first = state == 0;
    let line = |(x, y): (f64, f64)| (x, y + layout.line);
    let mut at = layout.country;
    let mut out = text("country", "middle", at, content.state_name(COUNTRY));
    if is_first {
        for words in wrap(&capitalised(&words(content, "fourteen_uranium")?), layout.notes.1) {
            at = line(at);
            out += &text("note", "middle", at, &words);
        }
    }
    let neighbours = [
        ("", layout.russia, content.state_name("RUS"), "fourteen_border_russia"),
        ("end", layout.china, content.label("fourteen_china"), "fourteen_border_china"),
    ];
    for (anchor, at, name, border) in neighbours {
        out += &text("", anchor, at, name);
        if is_first {
            out += &text("note", anchor, line(at), &words(content, border)?);
        }
    }
    if let Some(at) = layout.kyrgyzstan {
        out += &text("", "middle", at, content.state_name("KGZ"));
    }
    for ((id, key, event), (right, down, anchor)) in TOWNS.iter().zip(layout.names) {
        let (x, y) = ground.place(layout, id)?;
        let at = (x + right, y + down);
        let is_current = STATES[state].town == Some(id);
        out += &town((x, y), is_current);
        let class = if is_first || is_current { "now" } else { "" };
        out += &text(class, anchor, at, content.figure_word(map::ID, &["place_", id].concat()));
        if is_first {
            out += &text("note", anchor, line(at), &words(content, key)?.replace("{day}", &days.day(event)?));
        }
    }
    Ok(out)
}
