//! The figure as prerendered HTML: the map, its crises as links to their scenes, the note on borders, the table.

use leptos::prelude::*;

use super::{
    ID,
    drawing::{LAYOUTS, Layout},
    mount::Payload,
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        inline,
        ledger::{Appeal, AppealText},
        map::{MapData, Place},
        markdown::Notes,
        number::Date,
    },
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    text::words::{Words, rounded},
    ui::{data_table::Cell, ledger, plot::Plot},
};

/// A crisis with its words and its place.
pub(super) struct Crisis<'a> {
    pub(super) appeal: &'a Appeal,
    pub(super) text: &'a AppealText,
    pub(super) place: &'a Place,
}

/// The crises in the order of the map's places.
///
/// # Errors
/// Names the crisis that the ledger lacks.
pub(super) fn crises(content: &Content) -> Result<(&MapData, Vec<Crisis<'_>>), Diagnostic> {
    let map = content.map.as_ref().ok_or_else(|| Diagnostic::missing("data/map.json"))?;
    let crises = map.places.iter().map(|place| find(content, place)).collect::<Option<Vec<_>>>();
    Ok((map, crises.ok_or_else(|| Diagnostic::new("data/map.json", "", ("names a crisis that the ledger lacks", "correct its id")))?))
}

fn find<'a>(content: &'a Content, place: &'a Place) -> Option<Crisis<'a>> {
    let appeal = content.ledger.iter().find(|a| a.id == place.appeal)?;
    Some(Crisis { appeal, text: content.ledger_texts.get(&place.appeal)?, place })
}

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the missing content reports.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let words = frame::words(content, ID)?;
    let (map, crises) = crises(content)?;
    let svg: String = LAYOUTS.iter().map(|layout| layout.svg(content, map, &words)).collect();
    let links: Vec<_> = crises
        .iter()
        .map(|crisis| {
            let (href, title) = (format!("#{}", crisis.appeal.scene), crisis.text.title.clone());
            let year = crisis.appeal.date.split('-').next().unwrap_or_default().to_owned();
            view! { <li class:came=crisis.appeal.soldiers_came()>{year}" "<a href=href>{title}</a></li> }
        })
        .collect();
    let borders = inline::html(content, notes, words.get("borders"))?;
    let body = view! {
        <Plot part="map" svg keys=words.get("map_keys").to_owned()/>
        <ul class="map-links">{links}</ul>
        <p class="fig-note" inner_html=borders></p>
    };
    let rows = crises.iter().map(|crisis| row(content, &words, crisis)).collect();
    let keys = ["column_day", "column_crisis", "column_place", "column_asked", "column_came"];
    let parts = FigureParts {
        id: ID,
        words: &words,
        body: body.into_any(),
        tables: frame::table(words.get("table"), "map-table", frame::heads(&words, &keys), rows),
        payload: Some(payload::write(&data(content, &words, map, &crises))?),
        picture: Picture::Built,
    };
    frame::view(parts, content, notes)
}

fn row(content: &Content, words: &Words, Crisis { appeal, text, place }: &Crisis<'_>) -> AnyView {
    let cells =
        [text.title.clone(), words.get(&format!("place_{}", place.place)).to_owned(), ledger::asked(content, appeal), text.mark.clone()];
    frame::row(Cell::with(content.date_long(&appeal.date), Date::parse(&appeal.date).map(Date::day_number)), cells)
}

/// The words of the marks, and their places in each layout after its width and height.
fn data(content: &Content, words: &Words, map: &MapData, crises: &[Crisis<'_>]) -> Payload {
    let label = |Crisis { appeal, text, place }: &Crisis<'_>| {
        let place = words.get(&format!("place_{}", place.place)).to_owned();
        words.fill("mark", &[("day", &content.date_long(&appeal.date)), ("title", &text.title), ("place", &place), ("came", &text.mark)])
    };
    let layout = |layout: &Layout| {
        let places = layout.marks(map).into_iter().flat_map(|(x, y)| [x, y]);
        [layout.size.0, layout.size.1].into_iter().chain(places).map(rounded).collect()
    };
    Payload { labels: crises.iter().map(label).collect(), layouts: LAYOUTS.iter().map(layout).collect() }
}
