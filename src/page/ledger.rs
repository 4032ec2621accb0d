//! The ledger of appeals as a table, whose rows CSS stacks on a narrow page.

use leptos::prelude::*;

use super::{
    inline, shape,
    stacking::{self, labelled_cell, raw},
};
use crate::content::{
    book::Book,
    ledger::{self, Appeal, Asked},
    markdown::{self, Notes},
};

/// The columns by the keys of their labels.
const COLUMNS: [&str; 5] = ["ledger_when", "ledger_asked", "ledger_came", "ledger_explained", "ledger_toll"];

/// The fact that says when the essay was written.
const WRITTEN: &str = "essay-month";

/// The ledger up to the month of the essay; it closes with a line that says so.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub fn before(book: &Book, notes: &mut Notes) -> Result<AnyView, String> {
    let (before, _) = ledger::split(&book.ledger, written(book));
    table(book, notes, before, &[])
}

/// The whole ledger, with a line where the essay was written.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub fn whole(book: &Book, notes: &mut Notes) -> Result<AnyView, String> {
    let (before, since) = ledger::split(&book.ledger, written(book));
    table(book, notes, before, since)
}

fn written(book: &Book) -> &str {
    book.facts.get(WRITTEN).map_or("", |fact| fact.date.as_ref().unwrap_or(&fact.as_of))
}

fn table(book: &Book, notes: &mut Notes, before: &[Appeal], since: &[Appeal]) -> Result<AnyView, String> {
    let count = |n: usize| {
        let words = book.labels.as_ref().and_then(|l| l.small_numbers.get(n));
        words.cloned().unwrap_or_else(|| n.to_string())
    };
    let all = || before.iter().chain(since);
    let soldiers = count(all().filter(|a| a.soldiers_came).count());
    let title = book.label_with("ledger_title", &[("soldiers", &soldiers), ("rows", &count(all().count()))]);
    let here = book.label_with("ledger_here", &[("month", &book.date_long(written(book)))]);
    let note = book.label("ledger_note").to_owned();
    let caption = view! { <span class="fig-title">{title}</span>" "<span class="fig-note">{note}</span> }.into_any();
    let heads = COLUMNS.map(|key| book.label(key).to_owned().into_any());
    let mut rows = before.iter().map(|appeal| row(book, notes, appeal)).collect::<Result<Vec<_>, _>>()?;
    rows.push(view! { <tr role="row" class="ledger-here"><td role="cell" colspan="5">{here}</td></tr> }.into_any());
    for appeal in since {
        rows.push(row(book, notes, appeal)?);
    }
    let table = stacking::table("ledger-table", caption, heads.into(), rows, None);
    Ok(view! { <div class="ledger">{table}</div> }.into_any())
}

/// One appeal as a table row of date and place, asked, came, explained and dead; `data-asked` carries the id of [`Asked`].
///
/// # Errors
/// A reference in its words that cannot be resolved, or words that are missing.
pub fn row(book: &Book, notes: &mut Notes, appeal: &Appeal) -> Result<AnyView, String> {
    let text = book.ledger_texts.get(&appeal.id).ok_or_else(|| format!("the ledger row `{}` has no words; add them", appeal.id))?;
    let mut html = |text: &str| inline::html(book, notes, text);
    let title = html(&text.title)?;
    let mark = format!("{}<span>{}</span>", shape::circle(appeal.soldiers_came), html(&text.mark)?);
    let asked = match appeal.asked {
        Asked::Yes => "asked_yes",
        Asked::No => "asked_no",
        Asked::Disputed => "asked_disputed",
    };
    let asked = format!("<strong>{}</strong> {}", markdown::escape(book.label(asked)), html(&text.asked)?);
    let cells = [
        ("ledger_asked", asked),
        ("ledger_came", html(&text.came)?),
        ("ledger_explained", html(&text.explained)?),
        ("ledger_toll", html(&text.toll)?),
    ];
    let cells = cells.map(|(label, html)| labelled_cell(book.label(label), raw(html)));
    let title = if appeal.chapter == notes.slug { title } else { format!("<a href=\"#{}\">{title}</a>", appeal.chapter) };
    let class = if appeal.soldiers_came { "ledger-row ledger-soldiers" } else { "ledger-row" };
    Ok(view! {
        <tr role="row" class=class data-asked=appeal.asked.id()>
            <th scope="row" role="rowheader">
                <time datetime=appeal.date.clone()>{book.date_long(&appeal.date)}</time>
                " "
                <span class="ledger-title" inner_html=title></span>
                " "
                <span class="ledger-mark" inner_html=mark></span>
            </th>
            {cells}
        </tr>
    }
    .into_any())
}
