//! What an earlier edition had wrong, by the day since when it is right.

use leptos::prelude::*;

use crate::content::{Content, correction::Correction, inline};

/// The id of its heading.
pub(crate) const ID: &str = "corrected";

/// The list with its heading, the latest day first.
pub(crate) fn view(content: &Content) -> impl IntoView + use<> {
    let mut days: Vec<(&str, Vec<&Correction>)> = Vec::new();
    for correction in &content.corrections {
        match days.last_mut() {
            Some((day, list)) if *day == correction.since => list.push(correction),
            _ => days.push((&correction.since, vec![correction])),
        }
    }
    let days: Vec<_> = days.into_iter().rev().map(|(day, list)| of_day(content, day, &list)).collect();
    let label = |key: &'static str| content.label(key).to_owned();
    view! {
        <section aria-labelledby=ID>
            <h2 id=ID>{label("corrected_title")}</h2>
            <p class="standfirst">{label("corrected_standfirst")}</p>
            {days}
        </section>
    }
}

fn of_day(content: &Content, day: &str, corrections: &[&Correction]) -> impl IntoView + use<> {
    let items: Vec<_> = corrections
        .iter()
        .filter_map(|correction| {
            let text = content.correction_texts.get(&correction.id)?;
            let words = |key, text: &str| format!("{} {}", content.label(key), inline::plain(content, text));
            let (was, is) = (words("corrected_was", &text.was), words("corrected_is", &text.is));
            let facts = content.label_with("corrected_facts", &[("facts", &correction.facts.join(", "))]);
            Some(view! { <li><p>{was}</p><p>{is}</p><p class="hint">{facts}</p></li> })
        })
        .collect();
    let since = content.label_with("corrected_since", &[("day", &content.date_long(day))]);
    view! { <h3>{since}</h3><ul class="list">{items}</ul> }
}
