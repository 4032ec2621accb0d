//! The living figure: the cells follow the chosen moment.

use web_sys::Element;

use super::{ID, state::KEY};
use crate::live::{
    choice,
    dom::{self, Missing, part},
    json::{self, Json},
};

/// Pairs of texts: id and word of each standing, sentence and cells of each moment.
struct Data {
    standings: Vec<[String; 2]>,
    moments: Vec<[String; 2]>,
}

fn pair(json: &Json<'_>) -> [String; 2] {
    [json.item(0).text(), json.item(1).text()]
}

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn start(root: &Element) -> Result<(), Missing> {
    let data = json::read(root, |root| Data { standings: root.at("standings").list(pair), moments: root.at("moments").list(pair) })?;
    let body: Element = part(root, "cells")?;
    let [cells, marks, words, years] = ["td", "td use", "td > span", "td > small"].map(|selector| dom::all::<Element>(&body, selector));
    if cells.is_empty() || [&marks, &words, &years].iter().any(|parts| parts.len() != cells.len()) {
        return Err(Missing("cells"));
    }
    let show = move |chosen: usize| {
        let Some([sentence, codes]) = data.moments.get(chosen) else { return String::new() };
        for (i, code) in codes.split('|').enumerate() {
            let (Some(cell), Some((known, year))) = (cells.get(i), code.split_at_checked(2)) else { continue };
            let standing = known.bytes().next().and_then(|digit| data.standings.get(usize::from(digit.wrapping_sub(b'0'))));
            let Some([id, word]) = standing else { continue };
            cell.set_class_name(&[id.as_str(), if known.ends_with('+') { " new" } else { "" }].concat());
            let _ = marks[i].set_attribute("href", &["#club-", id].concat());
            words[i].set_text_content(Some(word));
            years[i].set_text_content(Some(year));
        }
        sentence.clone()
    };
    choice::start(root, ID, KEY, Box::new(show))
}
