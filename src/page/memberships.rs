//! Six members by five clubs: the standing of each at one time, by mark and word, and the years in which it changed.

use leptos::prelude::*;

use super::{
    inline,
    stacking::{self, cell},
};
use crate::content::{
    book::{Book, Member},
    markdown::{self, Notes},
    membership::{Memberships, Spell, Standing, Status},
    number::Date,
};

/// The table, its note, and the clubs' full names.
///
/// # Errors
/// Says what is missing or which reference cannot be resolved.
pub fn view(book: &Book, notes: &mut Notes) -> Result<AnyView, String> {
    let memberships = book.memberships.as_ref().ok_or("data/memberships.json is missing; add it")?;
    let mut heads = vec![book.label("memberships_state").to_owned().into_any()];
    let mut names = Vec::new();
    for club in &memberships.clubs {
        let text = book.organisation_names.get(club).ok_or_else(|| format!("en/organisations.json lacks `{club}`; add it"))?;
        let fact = book.organisations.iter().find(|o| &o.id == club).map(|o| o.fact.as_str());
        let mark = fact.map(|id| markdown::mark(id, book, notes)).unwrap_or_default();
        heads.push(stacking::marked_head(&text.short, &mark));
        let (short, full) = (text.short.clone(), format!("{}. {}", text.name, text.gloss));
        names.push(view! { <div><dt>{short}</dt><dd>{full}</dd></div> });
    }
    // The same order as in the table of members: the largest first.
    let mut members: Vec<&Member> = book.members.iter().collect();
    members.sort_by(|a, b| book.number(&b.population).unwrap_or(0.0).total_cmp(&book.number(&a.population).unwrap_or(0.0)));
    let rows = members
        .into_iter()
        .map(|member| {
            let cells = memberships.clubs.iter().map(|club| cell(standing_view(book, memberships, &member.iso3, club)));
            stacking::row("", book.state_name(&member.iso3).to_owned().into_any(), cells.collect())
        })
        .collect();
    let caption = book.label("memberships_caption").replace("{}", &book.date_long(&memberships.shown)).into_any();
    let table = stacking::table("folding memberships", caption, heads, rows, None);
    let note = inline::html(book, notes, book.label("memberships_note"))?;
    let sources = sources_view(book, memberships);
    Ok(view! { <div class="memberships-block">{table}<p class="table-note" inner_html=note></p><dl class="clubs">{names}</dl>{sources}</div> }
        .into_any())
}

/// Mark, word, and since when; or every spell, where the status changed.
fn standing_view(book: &Book, memberships: &Memberships, state: &str, club: &str) -> AnyView {
    let standing = memberships.standing(state, club, &memberships.shown);
    let (id, drawing) = match standing {
        Standing::Is(status @ (Status::Member | Status::Frozen)) => {
            (status.id(), view! { <circle class="fill" cx="7" cy="7" r="5.5" /> }.into_any())
        }
        Standing::Is(status @ Status::Observer) => {
            (status.id(), view! { <circle cx="7" cy="7" r="5.5" /><path class="fill" d="M7 1.5 A5.5 5.5 0 0 0 7 12.5 Z" /> }.into_any())
        }
        Standing::Is(status @ Status::Partner) => (status.id(), view! { <circle cx="7" cy="7" r="5.5" /> }.into_any()),
        Standing::None => ("none", view! { <path d="M4 7 H10" /> }.into_any()),
        Standing::Unread => ("unread", view! { <circle class="dashed" cx="7" cy="7" r="5.5" /> }.into_any()),
    };
    let word = status_word(book, id);
    let spells: Vec<&Spell> = memberships.spells_of(state, club).collect();
    let history: Vec<AnyView> = match spells.as_slice() {
        [] => Vec::new(),
        [only] => vec![since_view(book, only)],
        several => several
            .iter()
            .filter_map(|s| Some(format!("{} {}", s.from.as_deref().and_then(Date::parse)?.year, status_word(book, s.status.id()))))
            .map(|line| view! { <span class="spell">{line}</span> }.into_any())
            .collect(),
    };
    view! {
        <span class=format!("standing standing-{id}")>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">{drawing}</svg>
            {word}
        </span>
        {history}
    }
    .into_any()
}

/// "since 2002"; the word can be left out where there is no room for it.
fn since_view(book: &Book, spell: &Spell) -> AnyView {
    let Some(from) = spell.from.as_deref().and_then(Date::parse) else {
        return view! { <span class="spell">{book.label("memberships_unread").to_owned()}</span> }.into_any();
    };
    let label = book.label("memberships_since");
    let (before, after) = label.split_once("{}").unwrap_or((label, ""));
    let (before, after, year) = (before.to_owned(), after.to_owned(), from.year);
    view! { <span class="spell"><span class="since">{before}</span>{year}<span class="since">{after}</span></span> }.into_any()
}

fn status_word(book: &Book, id: &str) -> String {
    book.label(&format!("status_{id}")).to_owned()
}

/// The sources of the spells that the table shows, each once.
fn sources_view(book: &Book, memberships: &Memberships) -> AnyView {
    let shown = |spell: &&Spell| memberships.clubs.contains(&spell.organisation) && book.members.iter().any(|m| m.iso3 == spell.state);
    let mut ids: Vec<&str> = Vec::new();
    for id in memberships.spells.iter().filter(shown).flat_map(|s| &s.sources) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let items: Vec<_> = ids
        .into_iter()
        .filter_map(|id| book.sources.get(id))
        .map(|source| {
            let publisher = source.publisher.clone();
            match source.url.clone() {
                Some(url) => view! { <li><a href=url>{publisher}</a></li> }.into_any(),
                None => view! { <li>{publisher}</li> }.into_any(),
            }
        })
        .collect();
    let label = book.label("memberships_sources").to_owned();
    view! { <div class="source-line"><span>{label}" "</span><ul>{items}</ul></div> }.into_any()
}
