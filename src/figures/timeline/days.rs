//! January 2022 by day: a vertical list of days, each with its events; the interactive figure filters it.

use leptos::prelude::*;

use crate::content::{
    Content,
    day::{Day, Part},
    inline,
    markdown::Notes,
    number::{self, Date},
};

/// The list of days; the request by night and the decision by morning are tied together by a line of words.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let mut days = Vec::new();
    for events in content.days.chunk_by(|a, b| a.date == b.date) {
        let Some(first) = events.first() else { continue };
        let items = events.iter().map(|event| item(content, notes, event)).collect::<Result<Vec<_>, _>>()?;
        let date = first.date.clone();
        let shown = match (Date::parse(&date), &content.labels) {
            (Some(day), Some(labels)) => number::date_day(day, &labels.months),
            _ => date.clone(),
        };
        days.push(view! { <li class="day"><time datetime=date>{shown}</time><ul>{items}</ul></li> });
    }
    let label = content.label("days_label").to_owned();
    Ok(view! { <ol class="days" data-part="days" aria-label=label>{days}</ol> }.into_any())
}

fn item(content: &Content, notes: &mut Notes, event: &Day) -> Result<AnyView, String> {
    let text = content.day_texts.get(&event.id).ok_or_else(|| format!("the event `{}` has no words; add them", event.id))?;
    let text = inline::html(content, notes, text)?;
    let kind = content.label(&format!("day_{}", event.kind.id())).to_owned();
    let (class, part) = match event.part {
        Some(Part::Night) => ("event event-night", Some("days_night")),
        Some(Part::Morning) => ("event event-morning", Some("days_morning")),
        None => ("event", None),
    };
    let part = part.map(|key| view! { <strong class="event-part">{content.label(key).to_owned()}</strong>" " });
    let turn = (event.part == Some(Part::Night)).then(|| view! { <p class="days-turn">{content.label("days_turn").to_owned()}</p> });
    Ok(view! {
        <li class=class data-kind=event.kind.id()>
            <span class="event-kind">{kind}</span>
            <p>{part}<span inner_html=text></span></p>
            {turn}
        </li>
    }
    .into_any())
}
