//! The figure's data as JSON beside it: written by the build, read in the browser.

use web_sys::Element;

use super::data::{DotData, Known};
use super::data::{Group, Sender};
use crate::live::{dom::Missing, json};

/// The data as JSON that may stand inside a `<script>` element.
#[cfg(feature = "ssr")]
pub fn to_json(data: &DotData) -> String {
    let known = |known| Known::ALL.iter().position(|k| *k == known);
    let senders: Vec<_> = data.senders.iter().map(|s| serde_json::json!([s.soldiers, known(s.known)])).collect();
    let group = |g: &super::data::Group| serde_json::json!([g.head, g.rest, g.note, g.dots, g.beyond]);
    let steps: Vec<Vec<_>> = data.steps.iter().map(|step| step.iter().map(group).collect()).collect();
    let json = serde_json::json!({ "senders": senders, "present": data.present, "steps": steps });
    // So that no text in it can end the script element.
    json.to_string().replace('<', "\\u003c")
}

/// Reads what [`to_json`] wrote into `figure`.
///
/// # Errors
/// Where anything is missing or of another type.
pub fn read(figure: &Element) -> Result<DotData, Missing> {
    json::read(figure, |root| DotData {
        senders: root.at("senders").list(|s| Sender {
            soldiers: s.item(0).whole(),
            known: Known::ALL.get(s.item(1).whole() as usize).copied().unwrap_or(Known::Inferred),
        }),
        present: root.at("present").whole(),
        steps: root.at("steps").list(|step| {
            step.list(|g| Group {
                head: g.item(0).text(),
                rest: g.item(1).text(),
                note: g.item(2).text(),
                dots: g.item(3).whole(),
                beyond: g.item(4).whole(),
            })
        }),
    })
}
