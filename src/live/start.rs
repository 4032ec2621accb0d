//! Starts the figures: each when it comes near the view, none able to take another along.

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::dom::{self, Missing};

/// Brings a built figure alive. Errors name the part that is missing.
pub type Start = fn(&Element) -> Result<(), Missing>;

/// What starts the figure of an id, if the program can.
type Find = fn(&str) -> Option<Start>;

/// How far above and below the view a figure is started.
const MARGIN: &str = "100% 0px";

/// Starts every figure of the page as it comes near, or, where it stands `alone` on a page of its own and is what the
/// reader came for, at once. Called once, when the WASM has loaded.
pub fn start(find: Find, alone: bool) {
    let Some(root) = dom::document().ok().and_then(|d| d.document_element()) else { return };
    let figures: Vec<Element> = dom::all(&root, "figure[data-figure]");
    let observer = if alone { None } else { observer(find) };
    match observer {
        Some(observer) => figures.iter().for_each(|figure| observer.observe(figure)),
        None => figures.iter().for_each(|figure| start_one(figure, find)),
    }
}

fn observer(find: Find) -> Option<IntersectionObserver> {
    if !dom::window_has("IntersectionObserver") {
        return None;
    }
    let came = move |entries: Array, observer: IntersectionObserver| {
        for entry in entries.iter().filter_map(|e| e.dyn_into::<IntersectionObserverEntry>().ok()) {
            if entry.is_intersecting() {
                observer.unobserve(&entry.target());
                start_one(&entry.target(), find);
            }
        }
    };
    let came: Function = Closure::<dyn Fn(Array, IntersectionObserver)>::wrap(Box::new(came)).into_js_value().unchecked_into();
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    IntersectionObserver::new_with_options(&came, &options).ok()
}

fn start_one(figure: &Element, find: Find) {
    let id = figure.get_attribute("data-figure").unwrap_or_default();
    let started = find(&id).map_or(Err(Missing("living form")), |start| start(figure));
    if let Err(Missing(part)) = started {
        // A canvas that was laid over a drawing before the fault would hide it; away from the page it draws nothing.
        dom::all::<Element>(figure, ".plot canvas").iter().for_each(Element::remove);
        dom::warn(&["Figure ", &id, " stays as built: it has no ", part, "."].concat());
    }
}

/// Enables the controls of `figure` and marks it as living, for whoever measures: in the next frame, after the drawings
/// that were asked for before.
///
/// # Errors
/// When there are no frames.
pub fn come_alive(figure: &Element, id: &'static str) -> Result<(), Missing> {
    let controls: Vec<Element> = dom::all(figure, "[data-live]");
    let alive = move || {
        for control in &controls {
            let _ = control.remove_attribute("disabled");
        }
        if let Some(performance) = dom::window().ok().and_then(|w| w.performance()) {
            let _ = performance.mark(&["figure:", id].concat());
        }
    };
    let asked = dom::window()?.request_animation_frame(&dom::callback(Box::new(alive)));
    asked.map(drop).map_err(|_| Missing("requestAnimationFrame"))
}
