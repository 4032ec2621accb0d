//! The path's data as JSON beside the figure: written by the build, read in the browser.

use web_sys::Element;

use super::data::TestData;
use super::{data::Known, state};
use crate::{
    live::{dom::Missing, json},
    model::article_4::{Answer, Wording},
};

/// The words that the browser writes; all others stand in the built page already.
#[cfg(feature = "ssr")]
const LIVING: [&str; 6] = ["law_", "will_", "of_", "line_", "answer_", "changed"];

/// The data as JSON that may stand inside a `<script>` element.
#[cfg(feature = "ssr")]
pub(crate) fn to_json(data: &TestData) -> String {
    let cases = data.cases.iter().map(|known| serde_json::json!([known.id, known.wording as u8, super::state::letters(known.answers)]));
    let words = data.words.0.iter().filter(|(key, _)| LIVING.iter().any(|prefix| key.starts_with(prefix)));
    let words: serde_json::Map<_, _> = words.map(|(key, text)| (key.clone(), text.clone().into())).collect();
    let json = serde_json::json!({ "cases": cases.collect::<Vec<_>>(), "first": data.first, "words": words });
    // So that no text in it can end the script element.
    json.to_string().replace('<', "\\u003c")
}

/// Reads what [`to_json`] wrote into `figure`.
///
/// # Errors
/// Where anything is missing or of another type.
pub(crate) fn read(figure: &Element) -> Result<TestData, Missing> {
    json::read(figure, |root| TestData {
        cases: root.at("cases").list(|case| Known {
            id: case.item(0).text(),
            wording: if case.item(1).whole() == 0 { Wording::First } else { Wording::Since },
            answers: state::answers_from(&case.item(2).text()).unwrap_or([Answer::NotFound; 5]),
        }),
        first: root.at("first").whole() as usize,
        words: root.at("words").words(),
    })
}
