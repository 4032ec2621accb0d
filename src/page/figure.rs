//! A figure as built HTML: finding, drawing in two widths, sentence, table, sources.

use leptos::prelude::*;

use crate::{
    chart::svg::svg,
    content::book::Book,
    figures::{
        troop_shares::{ID, data::ShareData, draw, state::State},
        words::{Words, grouped, rounded},
    },
};

/// The widths, in CSS pixels, at which the drawing is built, with the class that CSS chooses by.
const WIDTHS: [(u32, &str); 2] = [(312, "narrow"), (640, "wide")];

/// The data of `troop-shares` with its words; `None` when the content lacks a number, which validation reports.
pub fn troop_shares_data(book: &Book) -> Option<ShareData> {
    let deployment = book.shares()?;
    let refs = book.deployment.as_ref()?;
    let name = |iso3: &str| book.member_names.get(iso3).map_or_else(|| iso3.to_owned(), |n| n.name.clone());
    let words = book.figures.get(ID)?;
    let of = |prefix: &str, id: &str| words.get(&format!("{prefix}_{id}")).cloned().unwrap_or_default();
    let statement = |fact: &str| book.fact_texts.get(fact).map_or_else(String::new, |t| t.statement.clone());
    Some(ShareData {
        names: refs.senders.iter().map(|s| name(&s.iso3)).collect(),
        remainder_name: name(&refs.remainder),
        notes: refs.senders.iter().map(|s| s.counts.iter().map(|c| statement(&c.fact)).collect()).collect(),
        total_names: deployment.totals.iter().map(|t| of("total", &t.id)).collect(),
        set_names: deployment.sets.iter().map(|s| of("set", &s.id)).collect(),
        words: Words(words.iter().map(|(k, v)| (k.clone(), v.clone())).collect()),
        deployment,
    })
}

/// The static form of `troop-shares`.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn troop_shares(book: &Book) -> Result<AnyView, String> {
    let data = troop_shares_data(book).ok_or("the figure troop-shares lacks a number or its words; see data/deployment.json")?;
    let state = State::default_of(&data.deployment);
    let bars = data.bars(&state);
    let mut drawings = String::new();
    for (width, class) in WIDTHS {
        let height = draw::height(f64::from(width), bars.len());
        let size = (f64::from(width), f64::from(height));
        drawings += &svg((width, height), class, |painter| draw::bars(painter, size, &data, &state))?;
    }
    let rows: Vec<_> = bars
        .iter()
        .map(|bar| {
            let share = data.words.fill("value_share", &[("value", &rounded(bar.share).to_string())]);
            view! {
                <tr>
                    <th scope="row">{bar.name.clone()}</th>
                    <td>{grouped(bar.soldiers)}</td>
                    <td>{share}</td>
                    <td>{grouped(rounded(bar.per_million))}</td>
                    <td class="words">{bar.note.clone()}</td>
                </tr>
            }
        })
        .collect();
    let word = |key: &str| data.words.get(key).to_owned();
    Ok(view! {
        <figure id=ID data-figure=ID>
            <figcaption class="fig-title">{word("title")}</figcaption>
            <p class="fig-note">{word("question")}</p>
            <div class="plot" inner_html=drawings></div>
            <p>{data.sentence(&state)}</p>
            <p>{data.range_sentence()}</p>
            <details>
                <summary>{word("table")}</summary>
                <div class="scroll" tabindex="0" role="region" aria-label=word("table")>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{word("column_state")}</th>
                                <th scope="col">{word("column_troops")}</th>
                                <th scope="col">{word("column_share")}</th>
                                <th scope="col">{word("column_per_million")}</th>
                                <th scope="col">{word("column_note")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
            <p class="fig-note">{word("source")}</p>
        </figure>
    }
    .into_any())
}
