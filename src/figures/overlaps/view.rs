//! The figure as built HTML: the choice of a moment, the table of marks and words, and all years as a second table.

use leptos::prelude::*;

use super::{
    ID,
    data::{Cell, Moment, Overlaps, STANDINGS},
    state::KEY,
};
use crate::{
    content::{
        Content, inline,
        markdown::{self, Notes},
    },
    figures::frame::{self, FigureParts, Picture},
    state::choice::Choice,
    ui::stacking::{self, marked_head},
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// Says what is missing or which reference cannot be resolved.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let data = Overlaps::of(content)?;
    let moments = data.moments();
    let values = data.memberships.moments.clone();
    let usual = values.iter().position(|m| *m == data.memberships.shown).unwrap_or(0);
    let shown = moments.get(usual).ok_or("data/memberships.json: has no moments; add one")?;
    let choice = Choice { key: KEY, values, usual };
    let labels = moments.iter().map(|m| m.label.clone()).collect();
    let sentence = shown.sentence.clone();
    let table = table(&data, shown, notes);
    let note = inline::html(content, notes, data.words.get("note"))?;
    let body = view! {
        {choice.radios(data.words.get("legend"), labels)}
        <p class="fig-sentence" data-part="sentence">{sentence}</p>
        {table}
        <p class="table-note" inner_html=note></p>
        <dl class="clubs">{names(&data)}</dl>
    };
    let parts = FigureParts {
        id: ID,
        words: &data.words,
        body: body.into_any(),
        tables: years(&data),
        json: Some(to_json(&data, &moments)),
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

fn table(data: &Overlaps<'_>, shown: &Moment, notes: &mut Notes) -> AnyView {
    let head = |content: AnyView| view! { <th scope="col" role="columnheader">{content}</th> };
    let mut heads = vec![head(data.words.get("state").to_owned().into_any())];
    for club in &data.memberships.clubs {
        let fact = data.content.organisations.iter().find(|o| &o.id == club);
        let mark = fact.map(|o| markdown::mark(&o.fact, data.content, notes)).unwrap_or_default();
        heads.push(head(marked_head(data.short(club), &mark)));
    }
    let rows = shown.cells.chunks(data.memberships.clubs.len().max(1)).zip(&data.members);
    let rows: Vec<_> = rows
        .map(|(cells, member)| {
            let cells = cells.iter().map(|cell| cell_view(data, cell)).collect();
            stacking::row("", data.content.state_name(&member.iso3).to_owned().into_any(), cells)
        })
        .collect();
    view! {
        <svg class="visually-hidden" aria-hidden="true" inner_html=MARKS></svg>
        <table class="folding overlaps" role="table" aria-labelledby=format!("{ID}-title")>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup" data-part="cells">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn cell_view(data: &Overlaps<'_>, cell: &Cell) -> AnyView {
    let id = STANDINGS.get(cell.standing).copied().unwrap_or_default();
    let (word, since) = (data.word(id).to_owned(), cell.since.clone());
    view! {
        <td role="cell" class=id>
            <svg aria-hidden="true"><use href=format!("#club-{id}")></use></svg>
            <span>{word}</span>
            <small>{since}</small>
        </td>
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
    heads.extend(data.memberships.clubs.iter().map(|club| view! { <th scope="col">{data.short(club).to_owned()}</th> }.into_any()));
    let rows = data.members.iter().map(|m| row(&m.iso3)).collect();
    frame::table(data.words.get("table"), "years", heads, rows, None)
}

/// For the browser: ids and words of the standings; for each moment its sentence and its cells, each a standing's
/// index, `+` or a space for new or not, and the year.
fn to_json(data: &Overlaps<'_>, moments: &[Moment]) -> String {
    let standings = STANDINGS.map(|id| [id, data.word(id)]);
    let code = |cell: &Cell| format!("{}{}{}", cell.standing, if cell.is_new { '+' } else { ' ' }, cell.since);
    let moment = |m: &Moment| [m.sentence.clone(), m.cells.iter().map(code).collect::<Vec<_>>().join("|")];
    let json = serde_json::json!({ "standings": standings, "moments": moments.iter().map(moment).collect::<Vec<_>>() });
    // So that no text in it can end the script element.
    json.to_string().replace('<', "\\u003c")
}
