//! The figure as prerendered HTML: the choice of a moment, the table of marks and words, and all years as a second table.

use leptos::prelude::*;

use super::{
    ID,
    cells::{Cells, Table},
    data::{Overlaps, STANDINGS},
    mount::Payload,
    state,
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        inline,
        markdown::{self, Notes},
    },
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    ui::{
        data_table,
        one_choice::{ChoiceControls, Chosen, OneChoice},
        sentence::Sentence,
        stacking::marked_head,
    },
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// Says what is missing or which reference cannot be resolved.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let data = Overlaps::of(content)?;
    let moments = data.moments();
    if moments.is_empty() {
        return Err(Diagnostic::new("data/memberships.json", "", ("has no moments", "add one")));
    }
    let choice = OneChoice {
        choice: state::choice(data.memberships),
        legend: data.words.get("legend").to_owned(),
        labels: moments.iter().map(|m| m.label.clone()).collect(),
        sentences: moments.iter().map(|m| m.sentence.clone()).collect(),
    };
    let cells = Table {
        standings: STANDINGS.map(|id| (id.to_owned(), data.word(id).to_owned())).into(),
        states: data.members.iter().map(|m| content.state_name(&m.iso3).to_owned()).collect(),
        moments: moments.into_iter().map(|m| m.cells).collect(),
    };
    let payload = Payload { choice, table: cells };
    let written = payload::write(&payload)?;
    let chosen = Chosen::new(frame::prerendered(content, ID), payload.choice);
    let table = table(&data, payload.table, chosen, notes);
    let note = inline::html(content, notes, data.words.get("note"))?;
    let body = view! {
        <ChoiceControls chosen/>
        <Sentence of=Box::new(move || chosen.sentence())/>
        {table}
        <p class="table-note" inner_html=note></p>
        <dl class="clubs">{names(&data)}</dl>
    };
    let parts = FigureParts {
        id: ID,
        words: &data.words,
        body: body.into_any(),
        tables: years(&data),
        payload: Some(written),
        picture: Picture::None,
    };
    frame::view(parts, content, notes)
}

/// The marks, each once; cells use them by id.
const MARKS: &str = concat!(
    "<symbol id=\"club-member\"><circle class=\"fill\" cx=\"7\" cy=\"7\" r=\"5.5\"/></symbol>",
    "<symbol id=\"club-observer\"><circle cx=\"7\" cy=\"7\" r=\"5.5\"/><path class=\"fill\" d=\"M7 1.5a5.5 5.5 0 0 0 0 11z\"/></symbol>",
    "<symbol id=\"club-partner\"><circle cx=\"7\" cy=\"7\" r=\"5.5\"/></symbol>",
    "<symbol id=\"club-frozen\"><circle cx=\"7\" cy=\"7\" r=\"5.5\"/><path d=\"M3 9.5l6.5-6.5M4.5 11.5l7-7\"/></symbol>",
    "<symbol id=\"club-none\"><path d=\"M4 7h6\"/></symbol>",
    "<symbol id=\"club-unread\"><circle class=\"dashed\" cx=\"7\" cy=\"7\" r=\"5.5\"/></symbol>",
);

fn table(data: &Overlaps<'_>, cells: Table, chosen: Chosen, notes: &mut Notes) -> AnyView {
    let head = |content: AnyView| view! { <th scope="col" role="columnheader">{content}</th> };
    let mut heads = vec![head(data.words.get("state").to_owned().into_any())];
    for club in &data.memberships.clubs {
        let fact = data.content.organisations.iter().find(|o| &o.id == club);
        let mark = fact.map(|o| markdown::mark(&o.fact, data.content, notes)).unwrap_or_default();
        heads.push(head(marked_head(data.short(club), &mark)));
    }
    // Never freed, as the component takes it for what lasts as long as the page.
    let cells: &'static Table = Box::leak(Box::new(cells));
    view! {
        <svg class="visually-hidden" aria-hidden="true" inner_html=MARKS></svg>
        <table class="folding overlaps" role="table" aria-labelledby=format!("{ID}-title")>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <Cells table=cells chosen/>
        </table>
    }
    .into_any()
}

/// The clubs' full names.
fn names(data: &Overlaps<'_>) -> Vec<AnyView> {
    let texts = data.memberships.clubs.iter().filter_map(|club| data.content.organisation_names.get(club));
    texts
        .map(|text| {
            let (short, full) = (text.short.clone(), format!("{}. {}", text.name, text.gloss));
            view! { <div><dt>{short}</dt>" "<dd>{full}</dd></div> }.into_any()
        })
        .collect()
}

/// Every spell, in words.
fn years(data: &Overlaps<'_>) -> AnyView {
    let cell = |state: &str, club: &str| {
        let spells = data.memberships.spells_of(state, club);
        let spells: Vec<String> = spells.map(|s| format!("{} {}", data.word(s.status.id()), data.since(Some(s)))).collect();
        if spells.is_empty() { data.word("none").to_owned() } else { spells.join(", ") }
    };
    let row = |iso3: &str| frame::row(data.content.state_name(iso3), data.memberships.clubs.iter().map(|club| cell(iso3, club)));
    let mut heads = frame::heads(&data.words, &["state"]);
    heads.extend(data.memberships.clubs.iter().map(|club| data_table::head(data.short(club))));
    let rows = data.members.iter().map(|m| row(&m.iso3)).collect();
    frame::table(data.words.get("table"), "years", heads, rows)
}
