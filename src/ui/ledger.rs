//! The ledger of appeals as a table, whose rows CSS stacks on a narrow page: with all its columns for its own page, or short
//! for the figure.

use leptos::prelude::*;

use super::{
    fold::Fold,
    leaf::{Flag, flag},
    ledger_row::{LedgerRow, OTHERS, RowKind},
    paths, shape,
    stacking::{self, labelled_cell, raw},
};
use crate::content::{
    Content,
    error::Diagnostic,
    inline,
    ledger::{self, Appeal, Group, Mark, Voice, Whom, Why},
    markdown::{self, Notes},
};

/// How much of each appeal a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form<'a> {
    /// What was asked and what came, in full, and how it was explained; each row has its id.
    Full {
        /// From the document with the table to the one with the scenes, such as `../`.
        to_page: &'a str,
    },
    /// What was asked and what came, in a few words.
    Short,
}

impl Form<'_> {
    /// The columns by the keys of their labels, as heads.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Full { .. } => &["ledger_when", "ledger_asked", "ledger_came", "ledger_explained", "ledger_toll"],
            Self::Short => &["ledger_when", "ledger_asked", "ledger_came", "ledger_toll"],
        }
    }

    /// The same for the cells after the row's head: there a label may stand in line with what it names.
    fn cells(self) -> &'static [&'static str] {
        match self {
            Self::Full { .. } => &["ledger_asked", "ledger_came", "ledger_explained", "ledger_toll"],
            Self::Short => &["ledger_asked", "ledger_came_in_line", "ledger_toll_in_line"],
        }
    }
}

/// The fact that says when the essay was written.
const WRITTEN: &str = "essay-month";

/// The whole ledger in its full form, with a line where the essay was written; `to_page` leads to the document with the
/// scenes.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub(crate) fn whole(content: &Content, notes: &mut Notes, to_page: &str) -> Result<AnyView, Diagnostic> {
    let form = Form::Full { to_page };
    let (before, since) = ledger::split(&content.ledger, written(content));
    let [before, since] = [before, since].map(|appeals| appeals.iter().collect::<Vec<_>>());
    let (soldiers, came) = ledger::tally(&content.ledger, Group::Soldiers);
    let title = content.label_with("ledger_title", &[("came", &content.small_number(came)), ("soldiers", &content.small_number(soldiers))]);
    let note = content.label("ledger_note").to_owned();
    let caption = view! { <span class="fig-title">{title}</span>" "<span class="fig-note">{note}</span> }.into_any();
    let heads = form.columns().iter().map(|key| content.label(key).to_owned().into_any()).collect();
    let table = stacking::table("ledger-table", caption, heads, rows(content, notes, &[before, since], form, &|_| flag(|| false))?, None);
    Ok(view! { <div class="ledger">{table}</div> }.into_any())
}

/// The ledger in its short form.
pub(crate) struct Short {
    /// Its tables.
    pub tables: AnyView,
    /// Its rows, from the first.
    pub rows: Vec<RowKind>,
    /// The index of the first row that is folded away; `None` where all are open.
    pub folded: Option<usize>,
}

/// The whole ledger in its short form, with the same line; the element with the id `title` names it, and `is_hidden` says of each
/// row whether it is hidden at the moment. In an embed only the crises in which it was asked for soldiers or military help are
/// open, because those alone are counted; the others are folded away.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub(crate) fn short(content: &Content, notes: &mut Notes, title: &str, is_hidden: &dyn Fn(&RowKind) -> Flag) -> Result<Short, Diagnostic> {
    let is_counted = |appeal: &&Appeal| appeal.group() == Group::Soldiers;
    let mut kinds = Vec::new();
    let mut part = |notes: &mut Notes, is_in: &dyn Fn(&&Appeal) -> bool| {
        let (before, since) = ledger::split(&content.ledger, written(content));
        let halves = [before, since].map(|appeals| appeals.iter().filter(is_in).collect::<Vec<_>>());
        kinds.extend(halves.iter().flatten().map(|appeal| kind(appeal)));
        rows(content, notes, &halves, Form::Short, is_hidden).map(|rows| short_table(content, title, rows))
    };
    if !notes.stand_alone() {
        let tables = part(notes, &|_| true)?;
        return Ok(Short { tables, rows: kinds, folded: None });
    }
    let counted = part(notes, &is_counted)?;
    let others = part(notes, &|appeal| !is_counted(appeal))?;
    let folded = kinds.iter().filter(|kind| kind.group == Group::Soldiers.id()).count();
    let html = view! { <summary>{content.label("ledger_others").to_owned()}</summary>{others} }.to_html();
    let tables = view! { {counted}<Fold is_open=RwSignal::new(false) part=OTHERS html/> }.into_any();
    Ok(Short { tables, rows: kinds, folded: Some(folded) })
}

/// The way to the page with the whole ledger.
pub(crate) fn link_to_whole(content: &Content) -> impl IntoView + use<> {
    view! { <p class="table-note"><a href=paths::LEDGER>{content.label("ledger_link").to_owned()}</a></p> }
}

fn short_table(content: &Content, title: &str, rows: Vec<AnyView>) -> AnyView {
    let heads: Vec<_> = Form::Short
        .columns()
        .iter()
        .map(|key| view! { <th scope="col" role="columnheader">{content.label(key).to_owned()}</th> })
        .collect();
    let title = title.to_owned();
    view! {
        <div class="ledger ledger-short">
            <table role="table" aria-labelledby=title>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The month in which the essay was written.
pub(crate) fn written(content: &Content) -> &str {
    content.facts.get(WRITTEN).map_or("", |fact| fact.date.as_ref().unwrap_or(&fact.as_of))
}

/// The rows, and between the appeals before the essay was written and those since the line that says so.
fn rows(
    content: &Content,
    notes: &mut Notes,
    [before, since]: &[Vec<&Appeal>; 2],
    form: Form<'_>,
    is_hidden: &dyn Fn(&RowKind) -> Flag,
) -> Result<Vec<AnyView>, Diagnostic> {
    let here = content.label_with("ledger_here", &[("month", &content.date_long(written(content)))]);
    let mut rows = before.iter().map(|appeal| row(content, notes, appeal, form, is_hidden)).collect::<Result<Vec<_>, _>>()?;
    rows.push(view! { <tr role="row" class="ledger-here"><td role="cell" colspan=form.columns().len()>{here}</td></tr> }.into_any());
    for appeal in since {
        rows.push(row(content, notes, appeal, form, is_hidden)?);
    }
    Ok(rows)
}

/// Whom the member asked for what, as a sentence.
pub(crate) fn asked(content: &Content, appeal: &Appeal) -> String {
    let key = ["whom_", appeal.whom().id()].concat();
    match appeal.whom() {
        // Nothing was sought, or nothing is known of it.
        Whom::NotAsked | Whom::NotFound => content.label(&key).to_owned(),
        _ => content.label_with(&key, &[("sought", content.label(&["sought_", appeal.sought.answer.id()].concat()))]),
    }
}

/// A reason why no soldiers came, and whose words it is, as a sentence.
fn why(content: &Content, why: &Why) -> String {
    let reason = content.label(&["reason_", why.reason.id()].concat()).to_owned();
    let voice = |voice: &Voice| content.label(&["voice_of_", voice.id()].concat()).to_owned();
    let voices: Vec<String> = why.by.iter().map(voice).collect();
    if voices.is_empty() {
        return reason;
    }
    let voices = voices.join(&format!(" {} ", content.label("and")));
    content.label_with("reason_by", &[("reason", &reason), ("voices", &voices)])
}

/// What is said of the dead, with the highest number that one count names, by which rows can be sorted.
fn deaths(content: &Content, appeal: &Appeal, html: String) -> String {
    let counts = appeal.dead.iter().filter_map(|count| content.facts.get(count.fact.as_deref()?));
    let numbers = counts.filter_map(|fact| fact.number.or(fact.range.map(|[_, high]| high)));
    match numbers.max_by(f64::total_cmp) {
        Some(number) => format!("<span data-deaths=\"{number}\">{html}</span>"),
        None => html,
    }
}

/// Whether the member was attacked from outside, with the marks of the facts that say so.
///
/// # Errors
/// A row without a case, or a reference that cannot be resolved.
fn from_outside(content: &Content, notes: &mut Notes, appeal: &Appeal) -> Result<String, Diagnostic> {
    let finding = content.attack_from_outside(appeal)?;
    let answer = content.label(&["outside_", finding.answer.id()].concat()).to_owned();
    let cites: String = finding.facts.iter().map(|fact| ["[[", fact, ":cite]]"].concat()).collect();
    inline::html(content, notes, &(content.label_with("ledger_outside", &[("answer", &answer)]) + &cites))
}

/// What kind of row an appeal has: its classes, and the values by which rows are told apart.
fn kind(appeal: &Appeal) -> RowKind {
    let class = match appeal.mark() {
        Mark::Came => "ledger-row ledger-soldiers",
        Mark::NotAsked => "ledger-row ledger-context",
        Mark::Soldiers | Mark::Help => "ledger-row",
    };
    let [class, asked, group] = [class, appeal.alliance.answer.id(), appeal.group().id()].map(str::to_owned);
    RowKind { class, asked, group }
}

/// One appeal as a table row: date, place and mark as its head, then a cell per column. The place leads to the scene about it.
///
/// # Errors
/// A reference in its words that cannot be resolved, or words that are missing.
fn row(
    content: &Content,
    notes: &mut Notes,
    appeal: &Appeal,
    form: Form<'_>,
    is_hidden: &dyn Fn(&RowKind) -> Flag,
) -> Result<AnyView, Diagnostic> {
    let text = content.ledger_text(appeal)?;
    let title = inline::html(content, notes, &text.title)?;
    let words = format!("<span>{}</span>", inline::html(content, notes, &text.mark)?);
    let outside = match form {
        Form::Full { .. } => format!("<span class=\"ledger-outside\">{}</span>", from_outside(content, notes, appeal)?),
        Form::Short => String::new(),
    };
    let mut html = |text: &str| inline::html(content, notes, text);
    let strong = |words: &str, html: String| format!("<strong>{}</strong> {html}", markdown::escape(words));
    let asked = asked(content, appeal);
    let (beside, cells) = match form {
        Form::Full { .. } => {
            let why: Vec<String> = appeal.why.iter().map(|reason| why(content, reason)).collect();
            let cells = vec![
                strong(&asked, html(&text.asked)?),
                html(&text.came)?,
                if why.is_empty() { html(&text.explained)? } else { strong(&why.join(" "), html(&text.explained)?) },
                deaths(content, appeal, html(&text.toll)?),
            ];
            (words, cells)
        }
        Form::Short => (String::new(), vec![strong(&asked, html(&text.short)?), words, html(&text.toll)?]),
    };
    let mark = shape::appeal(appeal.mark()) + &beside + &outside;
    let cells: Vec<_> = form.cells().iter().zip(cells).map(|(label, html)| labelled_cell(content.label(label), raw(html))).collect();
    let (id, to_page) = match form {
        Form::Full { to_page } => (Some(appeal.id.clone()), to_page),
        Form::Short => (None, ""),
    };
    let title = if appeal.scene == notes.place { title } else { format!("<a href=\"{to_page}#{}\">{title}</a>", appeal.scene) };
    let cells = view! {
        <th scope="row" role="rowheader">
            <time datetime=appeal.date.clone()>{content.date_long(&appeal.date)}</time>
            " "
            <span class="ledger-title" inner_html=title></span>
            " "
            <span class="ledger-mark" inner_html=mark></span>
        </th>
        {cells}
    };
    let kind = kind(appeal);
    let is_hidden = is_hidden(&kind);
    Ok(view! { <LedgerRow kind id is_hidden cells=cells.to_html()/> }.into_any())
}
