//! Mounts the figure in the browser: the filter, the list that follows it, the lanes with their marks.

use serde::{Deserialize, Serialize};
use web_sys::Element;

use super::{
    events::{DAY, DayItem, DayItemProps, EVENT, EventItem, EventItemProps},
    filter::{Filter, FilterControls, FilterControlsProps, FilterWords, Listed},
    lanes::Lanes,
};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::dom::Missing,
    figures::payload,
    ui::{
        announce,
        plot::{self, Drawing},
    },
};

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// What is drawn.
    pub lanes: Lanes,
    /// The finding of the lanes, for a picture of them.
    pub sentence: String,
    /// The words of the filter.
    pub filter: FilterWords,
    /// The events in their order.
    pub events: Vec<Listed>,
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { lanes, filter: words, events, .. } = payload::read(root)?;
    // They last as long as the page.
    let lanes: &'static Lanes = Box::leak(Box::new(lanes));
    let filter = Filter::new(figure, words, events);
    let mut slots = Slots::of(root);
    slots.put("controls", move || FilterControls(FilterControlsProps { filter }))?;
    list(&mut slots, filter)?;
    announce::attach(root, figure, &mut slots)?;
    let drawing = Drawing {
        part: "lanes",
        paint: Box::new(move |painter, size| lanes.draw(painter, size)),
        marks: Box::new(move |size| lanes.marks(size)),
    };
    let surface = plot::attach(root, figure, &mut slots, drawing)?;
    filter.follow();
    slots.fill();
    surface.redraw();
    Ok(())
}

/// Puts days and events around those of the page.
fn list(slots: &mut Slots, filter: Filter) -> Result<(), Missing> {
    let days = slots.each(DAY, filter.events.last().map_or(0, |last| last.day + 1), "day for each of the list")?;
    let events = slots.each(EVENT, filter.events.len(), "event for each of the list")?;
    for (day, item) in days.into_iter().enumerate() {
        slots.put_around(item, move || DayItem(DayItemProps { filter, day, html: String::new() }));
    }
    for ((at, event), item) in filter.events.iter().cloned().enumerate().zip(events) {
        slots.put_around(item, move || EventItem(EventItemProps { filter, at, event, html: String::new() }));
    }
    Ok(())
}
