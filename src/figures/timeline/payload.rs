//! The lanes as JSON beside the figure: written by the build, read in the browser.

use web_sys::Element;

use super::lanes::{Bar, Form, Lane, Lanes};
use crate::{
    live::{dom::Missing, json},
    text::words::Words,
};

/// The words that the browser needs.
#[cfg(feature = "ssr")]
const WORDS: [&str; 2] = ["count", "sentence"];

/// The data as JSON that may stand inside a `<script>` element. `sentence` is the finding of the lanes.
#[cfg(feature = "ssr")]
pub(crate) fn to_json(lanes: &Lanes, words: &Words, sentence: &str) -> String {
    use serde_json::json;
    let number = |form| Form::ALL.iter().position(|f| *f == form);
    let json = json!({
        "lanes": lanes.lanes.iter().map(|l| json!([l.name, l.note, l.russia])).collect::<Vec<_>>(),
        "bars": lanes.bars.iter().map(|b| json!([b.lane, b.from, b.force, b.to, number(b.form), b.open, b.label])).collect::<Vec<_>>(),
        "moments": lanes.moments,
        "years": lanes.years,
        "end": lanes.end,
        "words": WORDS.map(|key| (key, if key == "sentence" { sentence } else { words.get(key) })).into_iter().collect::<std::collections::BTreeMap<_, _>>(),
    });
    // So that no text in it can end the script element.
    json.to_string().replace('<', "\\u003c")
}

/// Reads what [`to_json`] wrote into `figure`.
///
/// # Errors
/// Where anything is missing or of another type.
pub(crate) fn read(figure: &Element) -> Result<(Lanes, Words), Missing> {
    json::read(figure, |root| {
        let times = |key| root.at(key).list(|pair| (pair.item(0).whole(), pair.item(1).text()));
        let lanes = Lanes {
            lanes: root.at("lanes").list(|l| Lane { name: l.item(0).text(), note: l.item(1).text(), russia: l.item(2).is_true() }),
            bars: root.at("bars").list(|b| {
                let [lane, from, force, to, form] = [0, 1, 2, 3, 4].map(|i| b.item(i).whole());
                let form = Form::ALL.get(form as usize).copied().unwrap_or(Form::Treaty);
                Bar { lane: lane as usize, from, force, to, form, open: b.item(5).is_true(), label: b.item(6).text() }
            }),
            moments: times("moments"),
            years: times("years"),
            end: root.at("end").whole(),
        };
        (lanes, root.at("words").words())
    })
}
