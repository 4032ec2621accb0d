//! The six members in a table, the largest first, with totals that are formulas.

use leptos::prelude::*;

use crate::{
    content::{
        Content, Member,
        error::Diagnostic,
        fact::Fact,
        inline,
        markdown::{self, Notes},
        number,
    },
    ui::stacking::{self, cell, labelled_cell, raw},
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
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let as_of = |id: &str| content.facts.get(id).map_or("", |f| f.as_of.as_str());
    let label = |key: &str, id: &str| content.label(key).replace("{}", as_of(id));
    let [since, people, share, forces, budget] = [
        label("members_since", SINCE),
        label("members_people", PEOPLE),
        label("members_share", PEOPLE),
        label("members_forces", FORCES),
        label("members_budget", BUDGET),
    ];
    let mut heads = vec![content.label("members_state").to_owned().into_any()];
    for (label, id) in [(&since, Some(SINCE)), (&people, Some(PEOPLE)), (&share, None), (&forces, Some(FORCES)), (&budget, Some(BUDGET))] {
        let mark = id.map(|id| markdown::mark(id, content, notes)).unwrap_or_default();
        heads.push(stacking::marked_head(label, &mark));
    }
    let mut members: Vec<&Member> = content.members.iter().collect();
    members.sort_by(|a, b| content.number(&b.population).unwrap_or(0.0).total_cmp(&content.number(&a.population).unwrap_or(0.0)));
    let largest = members.first().map(|m| m.iso3.clone());
    let mut rows = Vec::new();
    for member in members {
        // A day that differs from the others' is a fact of its own and has its own note.
        let own_note = if member.since == SINCE { String::new() } else { markdown::mark(&member.since, content, notes) };
        let cells = vec![
            labelled_cell(&since, raw(markdown::escape(&year(content, &member.since)?) + &own_note)),
            cell(raw(markdown::escape(&millions(content, &member.population)?))),
            cell(raw(markdown::escape(&percent(content, &member.population_share)?))),
            cell(raw(markdown::escape(&bare(content, &member.forces)?))),
            cell(raw(markdown::escape(&percent(content, &member.budget)?))),
        ];
        let class = if largest.as_ref() == Some(&member.iso3) { "largest" } else { "" };
        rows.push(stacking::row(class, content.state_name(&member.iso3).to_owned().into_any(), cells));
    }
    let sum = |of: fn(&Member) -> &String| content.members.iter().filter_map(|m| content.number(of(m))).sum::<f64>();
    let whole = |value: f64| content.label("percent_short").replace("{}", &number::grouped(value, 0));
    let number = content.small_number(content.members.len());
    let members_in_words = [("members", number.as_str())];
    let foot = stacking::row(
        "",
        content.label_with("members_all", &members_in_words).into_any(),
        vec![
            view! { <td role="cell" class="empty"></td> }.into_any(),
            cell(raw(markdown::escape(&millions(content, PEOPLE)?))),
            cell(whole(sum(|m| &m.population_share)).into_any()),
            cell(raw(markdown::escape(&bare(content, FORCES)?))),
            cell(whole(sum(|m| &m.budget)).into_any()),
        ],
    );
    let caption = raw(inline::html(content, notes, &content.label_with("members_caption", &members_in_words))?);
    let table = stacking::table("folding members", caption, heads, rows, Some(foot));
    let note = inline::html(content, notes, content.label("members_note"))?;
    Ok(view! { <div class="members-block">{table}<p class="table-note" inner_html=note></p></div> }.into_any())
}

fn fact<'a>(content: &'a Content, id: &str) -> Result<&'a Fact, Diagnostic> {
    content.facts.get(id).ok_or_else(|| Diagnostic::unplaced(format!("the table of members lacks the fact `{id}`"), "add it"))
}

fn bare(content: &Content, id: &str) -> Result<String, Diagnostic> {
    content.value_bare(fact(content, id)?).ok_or_else(|| Diagnostic::unplaced(format!("the fact `{id}` has no value"), "add it"))
}

fn percent(content: &Content, id: &str) -> Result<String, Diagnostic> {
    Ok(content.label("percent_short").replace("{}", &bare(content, id)?))
}

/// The number of a fact in millions, with one decimal.
fn millions(content: &Content, id: &str) -> Result<String, Diagnostic> {
    let number = fact(content, id)?.number.ok_or_else(|| Diagnostic::unplaced(format!("the fact `{id}` has no number"), "add it"))?;
    Ok(number::grouped(number / 1e6, 1))
}

/// The year of a fact's date.
fn year(content: &Content, id: &str) -> Result<String, Diagnostic> {
    Ok(content.fact_date(&fact(content, id)?.id)?.year.to_string())
}
