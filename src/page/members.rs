//! The six members in a table, the largest first, with totals that are formulas.

use leptos::prelude::*;

use crate::{
    content::{
        book::{Book, Member},
        fact::Fact,
        inline,
        markdown::{self, Notes},
        number::{self, Date},
    },
    figures::stacking::{self, cell, labelled_cell, raw},
};

/// The facts that carry the totals, and with them the columns' notes.
const PEOPLE: &str = "pop-six";
const FORCES: &str = "forces-six";
const BUDGET: &str = "budget-shares";
const SINCE: &str = "treaty-signed";

/// The table and its note.
///
/// # Errors
/// Says which fact lacks a value.
pub fn view(book: &Book, notes: &mut Notes) -> Result<AnyView, String> {
    let as_of = |id: &str| book.facts.get(id).map_or("", |f| f.as_of.as_str());
    let label = |key: &str, id: &str| book.label(key).replace("{}", as_of(id));
    let [since, people, share, forces, budget] = [
        label("members_since", SINCE),
        label("members_people", PEOPLE),
        label("members_share", PEOPLE),
        label("members_forces", FORCES),
        label("members_budget", BUDGET),
    ];
    let mut heads = vec![book.label("members_state").to_owned().into_any()];
    for (label, id) in [(&since, Some(SINCE)), (&people, Some(PEOPLE)), (&share, None), (&forces, Some(FORCES)), (&budget, Some(BUDGET))] {
        let mark = id.map(|id| markdown::mark(id, book, notes)).unwrap_or_default();
        heads.push(stacking::marked_head(label, &mark));
    }
    let mut members: Vec<&Member> = book.members.iter().collect();
    members.sort_by(|a, b| book.number(&b.population).unwrap_or(0.0).total_cmp(&book.number(&a.population).unwrap_or(0.0)));
    let largest = members.first().map(|m| m.iso3.clone());
    let mut rows = Vec::new();
    for member in members {
        // A day that differs from the others' is a fact of its own and has its own note.
        let own_note = if member.since == SINCE { String::new() } else { markdown::mark(&member.since, book, notes) };
        let cells = vec![
            labelled_cell(&since, raw(markdown::escape(&year(book, &member.since)?) + &own_note)),
            cell(raw(markdown::escape(&millions(book, &member.population)?))),
            cell(raw(markdown::escape(&percent(book, &member.population_share)?))),
            cell(raw(markdown::escape(&bare(book, &member.forces)?))),
            cell(raw(markdown::escape(&percent(book, &member.budget)?))),
        ];
        let class = if largest.as_ref() == Some(&member.iso3) { "largest" } else { "" };
        rows.push(stacking::row(class, book.state_name(&member.iso3).to_owned().into_any(), cells));
    }
    let sum = |of: fn(&Member) -> &String| book.members.iter().filter_map(|m| book.number(of(m))).sum::<f64>();
    let whole = |value: f64| book.label("percent_short").replace("{}", &number::grouped(value, 0));
    let number = book.small_number(book.members.len());
    let members_in_words = [("members", number.as_str())];
    let foot = stacking::row(
        "",
        book.label_with("members_all", &members_in_words).into_any(),
        vec![
            view! { <td role="cell" class="empty"></td> }.into_any(),
            cell(raw(markdown::escape(&millions(book, PEOPLE)?))),
            cell(whole(sum(|m| &m.population_share)).into_any()),
            cell(raw(markdown::escape(&bare(book, FORCES)?))),
            cell(whole(sum(|m| &m.budget)).into_any()),
        ],
    );
    let caption = raw(inline::html(book, notes, &book.label_with("members_caption", &members_in_words))?);
    let table = stacking::table("folding members", caption, heads, rows, Some(foot));
    let note = inline::html(book, notes, book.label("members_note"))?;
    Ok(view! { <div class="members-block">{table}<p class="table-note" inner_html=note></p></div> }.into_any())
}

fn fact<'a>(book: &'a Book, id: &str) -> Result<&'a Fact, String> {
    book.facts.get(id).ok_or_else(|| format!("the table of members lacks the fact `{id}`; add it"))
}

fn bare(book: &Book, id: &str) -> Result<String, String> {
    book.value_bare(fact(book, id)?).ok_or_else(|| format!("the fact `{id}` has no value; add it"))
}

fn percent(book: &Book, id: &str) -> Result<String, String> {
    Ok(book.label("percent_short").replace("{}", &bare(book, id)?))
}

/// The number of a fact in millions, with one decimal.
fn millions(book: &Book, id: &str) -> Result<String, String> {
    let number = fact(book, id)?.number.ok_or_else(|| format!("the fact `{id}` has no number; add it"))?;
    Ok(number::grouped(number / 1e6, 1))
}

/// The year of a fact's date.
fn year(book: &Book, id: &str) -> Result<String, String> {
    let date = fact(book, id)?.date.as_deref().and_then(Date::parse);
    date.map(|d| d.year.to_string()).ok_or_else(|| format!("the fact `{id}` has no date; add it"))
}
