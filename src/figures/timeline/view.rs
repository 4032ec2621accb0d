//! The figure as prerendered HTML: the filter, January by day, the lanes, and the lanes as a table.

use leptos::prelude::*;

use super::{
    ID, days,
    filter::{Filter, FilterControls, FilterWords},
    mount::Payload,
    spells,
    state::{EVERY, KINDS},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes, number::Date, statement::capitalised},
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    text::words::Words,
    ui::{data_table::Cell, folding, plot::Plot},
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let words = frame::words(content, ID)?;
    let lanes = spells::lanes(content)?;
    let svg = frame::drawings(ID, |width| lanes.height(width), |painter, size| lanes.draw(painter, size))?;
    let [title, sentence] = ["lanes_title", "sentence"].map(|key| finding(content, &words, key));
    let lanes_view = view! {
        <p class="fig-subtitle">{title.clone()}</p>
        <p class="fig-note">{words.get("lanes_note").to_owned()}</p>
        <Plot part="lanes" svg keys=words.get("lanes_keys").to_owned()/>
        <p class="fig-sentence" data-part="sentence">{sentence.clone()}</p>
    };
    let payload = Payload { lanes, sentence, filter: filter_words(content, &words), events: days::listed(content) };
    let written = payload::write(&payload)?;
    let filter = Filter::new(frame::prerendered(content, ID), payload.filter, payload.events);
    let body = view! {
        <FilterControls filter/>
        {days::view(content, notes, filter)?}
        {folding::in_embed(notes, &title, lanes_view.into_any())}
    };
    let parts = FigureParts {
        id: ID,
        words: &words,
        body: body.into_any(),
        tables: table(content, &words)?,
        payload: Some(written),
        picture: Picture::Interactive,
    };
    frame::view(parts, content, notes)
}

/// The words at `key` with the numbers of states in them.
fn finding(content: &Content, words: &Words, key: &str) -> String {
    let values = spells::finding(content);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // A number in words may begin the sentence.
    capitalised(&words.fill(key, &values))
}

/// The words of the filter.
pub(super) fn filter_words(content: &Content, words: &Words) -> FilterWords {
    let label = |kind: &str| {
        if kind == EVERY { words.get("control_all").to_owned() } else { content.label(&format!("day_{kind}")).to_owned() }
    };
    FilterWords {
        legend: words.get("control_kind").to_owned(),
        labels: KINDS.map(label).into(),
        keys: words.get("control_keys").to_owned(),
        count: Words::new([("count", words.get("count"))]),
    }
}

/// A row per spell: state, organisation, dates, status, kind.
fn table(content: &Content, words: &Words) -> Result<AnyView, Diagnostic> {
    let memberships = content.memberships.as_ref().ok_or_else(|| Diagnostic::missing("data/memberships.json"))?;
    let mut rows = Vec::new();
    for state in spells::states(content, memberships) {
        for lane in spells::of_state(content, words, memberships, state)? {
            let spell = lane.spell;
            let date = |day: Option<Date>| {
                let words = day.and_then(|day| content.day_long(day)).unwrap_or_default();
                Cell::with(words, day.map(Date::day_number))
            };
            let read = |day: &Option<String>| day.as_deref().and_then(Date::parse);
            let kind = content.labels.as_ref().and_then(|l| l.kinds.get(&spell.kind)).cloned().unwrap_or_default();
            let cells = [
                content.organisation_names.get(&spell.organisation).map_or_else(String::new, |o| o.short.clone()).into(),
                date(read(&spell.from)),
                date(Some(lane.force)),
                date(read(&spell.to)),
                content.label(&format!("status_{}", spell.status.id())).into(),
                kind.into(),
            ];
            rows.push(frame::row(content.state_name(state), cells));
        }
    }
    let keys = ["column_state", "column_what", "column_from", "column_force", "column_to", "column_status", "column_kind"];
    Ok(frame::table(words.get("table"), "spells", frame::heads(words, &keys), rows))
}
