//! The days and their events, as far as they follow the filter, and the arrow keys that go from one event to the next.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::filter::{Filter, Listed};
use crate::{browser::dom, ui::leaf::flag};

/// The `data-part` of the list of days.
pub const LIST: &str = "days";

/// What finds the events in it.
pub const EVENT: &str = ".event";

/// What finds the days in it.
pub const DAY: &str = ".day";

/// A day, hidden while none of its events is shown.
#[component]
pub fn DayItem(
    /// The filter.
    filter: Filter,
    /// The index of the day.
    day: usize,
    /// The day and its events, as HTML; empty where it comes to stand around those that the page has.
    html: String,
) -> impl IntoView {
    let is_empty = move || !filter.events.iter().any(|event| event.day == day && filter.shows(event));
    view! { <li class="day" hidden=flag(is_empty) inner_html=html></li> }
}

/// An event. One of those that are shown is where Tab enters the list.
#[component]
pub fn EventItem(
    /// The filter.
    filter: Filter,
    /// Its place among all.
    at: usize,
    /// What the filter asks of it.
    event: Listed,
    /// Its words, as HTML; empty where it comes to stand around those that the page has.
    html: String,
) -> impl IntoView {
    let Listed { kind, class, .. } = event.clone();
    let tab_stop = move || filter.entry.get().map(|entry| if entry == at { "0" } else { "-1" });
    view! {
        <li
            class=class
            data-kind=kind
            hidden=flag(move || !filter.shows(&event))
            tabindex=tab_stop
            on:keydown:capture=move |key| go_on(filter, at, &key)
            inner_html=html
        ></li>
    }
}

/// Moves from the event at `here` to another that is shown, as the pressed key says.
fn go_on(filter: Filter, here: usize, key: &ev::KeyboardEvent) {
    if dom::has_modifier(key) {
        return;
    }
    let is_shown = |at: &usize| filter.events.get(*at).is_some_and(|event| filter.shows_now(event));
    let count = filter.events.len();
    let next = match &*key.key() {
        "ArrowRight" | "ArrowDown" => (here + 1..count).find(is_shown),
        "ArrowLeft" | "ArrowUp" => (0..here).rev().find(is_shown),
        "Home" => (0..count).find(is_shown),
        "End" => (0..count).rev().find(is_shown),
        _ => return,
    };
    key.prevent_default();
    let Some(next) = next else { return };
    filter.entry.set(Some(next));
    let item = key.current_target().and_then(|item| item.dyn_into::<Element>().ok());
    let list = item.and_then(|item| item.closest(&["[data-part=", LIST, "]"].concat()).ok()?);
    let other = list.and_then(|list| dom::all(&list, EVENT).into_iter().nth(next)?.dyn_into::<HtmlElement>().ok());
    if let Some(other) = other {
        let _ = other.focus();
    }
}
