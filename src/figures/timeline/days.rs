//! January 2022 by day: a vertical list of days, each with its events; the interactive figure filters it.

use leptos::prelude::*;

use super::{
    events::{DayItem, EventItem, LIST},
    filter::{Filter, Listed},
};

use crate::content::{
    Content,
    day::{Day, Part},
    error::Diagnostic,
    inline,
    markdown::Notes,
    number::{self, Date},
};

/// The list of days; the request by night and the decision by morning are tied together by a line of words.
///
/// # Errors
/// A reference in its words that cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes, filter: Filter) -> Result<AnyView, Diagnostic> {
    let mut days = Vec::new();
    let mut listed = content.days.iter().zip(filter.events).enumerate();
    for (day, events) in days_of(content).enumerate() {
        let Some(first) = events.first() else { continue };
        let mut items = Vec::new();
        for (at, (event, own)) in listed.by_ref().take(events.len()) {
            let (event, html) = (own.clone(), item(content, notes, event)?);
            items.push(view! { <EventItem filter at event html/> });
        }
        let date = first.date.clone();
        let shown = match (Date::parse(&date), &content.labels) {
            (Some(day), Some(labels)) => number::date_day(day, &labels.months),
            _ => date.clone(),
        };
        let html = view! { <time datetime=date>{shown}</time><ul>{items}</ul> }.to_html();
        days.push(view! { <DayItem filter day html/> });
    }
    let label = content.label("days_label").to_owned();
    Ok(view! { <ol class="days" data-part=LIST aria-label=label>{days}</ol> }.into_any())
}

/// The events of each day.
fn days_of(content: &Content) -> impl Iterator<Item = &[Day]> {
    content.days.chunk_by(|a, b| a.date == b.date)
}

/// What the filter asks of the events, in their order.
pub(crate) fn listed(content: &Content) -> Vec<Listed> {
    let of_day = |(day, events): (usize, &[Day])| {
        let listed = |event: &Day| {
            let class = match event.part {
                Some(Part::Night) => "event event-night",
                Some(Part::Morning) => "event event-morning",
                None => "event",
            };
            Listed { day, kind: event.kind.id().to_owned(), class: class.to_owned() }
        };
        events.iter().map(listed).collect::<Vec<_>>()
    };
    days_of(content).enumerate().flat_map(of_day).collect()
}

/// The words of an event, as HTML.
fn item(content: &Content, notes: &mut Notes, event: &Day) -> Result<String, Diagnostic> {
    let text = content
        .day_texts
        .get(&event.id)
        .ok_or_else(|| Diagnostic::unplaced(format!("the event `{}` has no words", event.id), "add them"))?;
    let text = inline::html(content, notes, text)?;
    let kind = content.label(&format!("day_{}", event.kind.id())).to_owned();
    let part = event.part.map(|part| match part {
        Part::Night => "days_night",
        Part::Morning => "days_morning",
    });
    let part = part.map(|key| view! { <strong class="event-part">{content.label(key).to_owned()}</strong>" " });
    let turn = (event.part == Some(Part::Night)).then(|| view! { <p class="days-turn">{content.label("days_turn").to_owned()}</p> });
    let words = view! {
        <span class="event-kind">{kind}</span>
        <p>{part}<span inner_html=text></span></p>
        {turn}
    };
    Ok(words.to_html())
}
