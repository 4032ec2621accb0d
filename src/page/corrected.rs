//! What an earlier edition had wrong, by the day since when it is right.

use leptos::prelude::*;

use crate::content::{book::Book, correction::Correction, inline};

/// The id of its heading.
pub const ID: &str = "corrected";

/// The list with its heading, the latest day first.
pub fn view(book: &Book) -> impl IntoView + use<> {
    let mut days: Vec<(&str, Vec<&Correction>)> = Vec::new();
    for correction in &book.corrections {
        match days.last_mut() {
            Some((day, list)) if *day == correction.since => list.push(correction),
            _ => days.push((&correction.since, vec![correction])),
        }
    }
    let days: Vec<_> = days.into_iter().rev().map(|(day, list)| of_day(book, day, &list)).collect();
    let label = |key: &'static str| book.label(key).to_owned();
    view! {
        <section aria-labelledby=ID>
            <h2 id=ID>{label("corrected_title")}</h2>
            <p class="standfirst">{label("corrected_standfirst")}</p>
            {days}
        </section>
    }
}

fn of_day(book: &Book, day: &str, corrections: &[&Correction]) -> impl IntoView + use<> {
    let items: Vec<_> = corrections
        .iter()
        .filter_map(|correction| {
            let text = book.correction_texts.get(&correction.id)?;
            let words = |key, text: &str| format!("{} {}", book.label(key), inline::plain(book, text));
            let (was, is) = (words("corrected_was", &text.was), words("corrected_is", &text.is));
            let facts = book.label_with("corrected_facts", &[("facts", &correction.facts.join(", "))]);
            Some(view! { <li><p>{was}</p><p>{is}</p><p class="hint">{facts}</p></li> })
        })
        .collect();
    let since = book.label_with("corrected_since", &[("day", &book.date_long(day))]);
    view! { <h3>{since}</h3><ul class="list">{items}</ul> }
}
