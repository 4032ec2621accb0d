//! The figure's data as JSON beside it: written by the build, read in the browser.

use web_sys::Element;

use super::{
    data::ShareData,
    line::{Line, Row, Shape, ShareMark},
};
use crate::{
    live::{dom::Missing, json},
    model::shares::{Deployment, PublishedSet, Sender, Total},
};

/// Words that only the built page needs, so that the browser need not load them twice.
#[cfg(feature = "ssr")]
fn is_built_only(key: &str) -> bool {
    [
        "title",
        "question",
        "range_",
        "row_",
        "half",
        "mark_combination",
        "mark_set",
        "mark_media",
        "table",
        "column_",
        "csv_",
        "control_",
        "source",
        "download",
        "alt",
        "guess_ask",
        "guess_button",
        "guess_label",
    ]
    .iter()
    .any(|prefix| key.starts_with(prefix))
}

/// A share in hundredths of a percent, finer than any pixel.
#[cfg(feature = "ssr")]
fn hundredths(share: f64) -> u32 {
    crate::text::words::rounded(share * 100.0)
}

/// The data as JSON that may stand inside a `<script>` element.
#[cfg(feature = "ssr")]
pub fn to_json(data: &ShareData) -> String {
    let d = &data.deployment;
    let senders = d.senders.iter().zip(&data.names).zip(&data.notes).map(|((sender, name), notes)| {
        let counts: Vec<_> = sender.counts.iter().zip(notes).collect();
        serde_json::json!({ "iso3": sender.iso3, "name": name, "population": sender.population, "counts": counts, "stages": sender.stages })
    });
    let sets = d.sets.iter().zip(&data.set_names);
    let sets = sets.map(|(set, name)| serde_json::json!({ "id": set.id, "name": name, "counts": set.counts, "russia": set.russia }));
    let totals = d.totals.iter().map(|t| serde_json::json!({ "id": t.id, "soldiers": t.soldiers }));
    let words: serde_json::Map<_, _> =
        data.words.0.iter().filter(|(k, _)| !is_built_only(k)).map(|(k, v)| (k.clone(), v.clone().into())).collect();
    let json = serde_json::json!({
        "senders": senders.collect::<Vec<_>>(),
        "remainder": { "name": data.remainder_name, "population": d.remainder_population },
        "sets": sets.collect::<Vec<_>>(),
        "totals": totals.collect::<Vec<_>>(),
        "line": {
            "note": data.line.note,
            "sender": data.line.sender,
            "rows": data.line.rows.iter().map(|r| [&r.name, &r.range]).collect::<Vec<_>>(),
            "zones": data.line.zones,
            "marks": data.line.marks.iter().map(|m| serde_json::json!([hundredths(m.share), m.row, m.shape == Shape::Diamond, m.label])).collect::<Vec<_>>(),
        },
        "words": words,
    });
    // So that no text in it can end the script element.
    json.to_string().replace('<', "\\u003c")
}

/// Reads what [`to_json`] wrote into `figure`.
///
/// # Errors
/// Where anything is missing or of another type.
pub fn read(figure: &Element) -> Result<ShareData, Missing> {
    json::read(figure, |root| {
        let senders = root.at("senders");
        let sets = root.at("sets");
        let line = root.at("line");
        ShareData {
            deployment: Deployment {
                totals: root.at("totals").list(|t| Total { id: t.at("id").text(), soldiers: t.at("soldiers").whole() }),
                senders: senders.list(|s| Sender {
                    iso3: s.at("iso3").text(),
                    population: s.at("population").whole(),
                    counts: s.at("counts").list(|count| count.item(0).whole()),
                    stages: s.at("stages").list(|stage| stage.whole()),
                }),
                remainder_population: root.at("remainder").at("population").whole(),
                sets: sets.list(|s| PublishedSet {
                    id: s.at("id").text(),
                    counts: s.at("counts").list(|count| count.whole() as usize),
                    russia: s.at("russia").whole_or_none(),
                }),
            },
            names: senders.list(|s| s.at("name").text()),
            remainder_name: root.at("remainder").at("name").text(),
            notes: senders.list(|s| s.at("counts").list(|count| count.item(1).text())),
            set_names: sets.list(|s| s.at("name").text()),
            line: Line {
                note: line.at("note").text(),
                sender: line.at("sender").whole() as usize,
                zones: [0, 1, 2].map(|i| line.at("zones").item(i).whole()),
                rows: line.at("rows").list(|row| Row { name: row.item(0).text(), range: row.item(1).text() }),
                marks: line.at("marks").list(|mark| ShareMark {
                    share: f64::from(mark.item(0).whole()) / 100.0,
                    row: mark.item(1).whole() as usize,
                    shape: if mark.item(2).is_true() { Shape::Diamond } else { Shape::Tick },
                    label: mark.item(3).text(),
                }),
            },
            words: root.at("words").words(),
        }
    })
}
