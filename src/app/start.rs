//! Starts the figures, and the stages on which the app draws: each when it comes near the view, and in a call of its own,
//! so that a panic in one does not stop the others.

use js_sys::{Array, Function};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{figure::Figure, page::Page};
use crate::browser::{
    dom::{self, Missing},
    schedule,
};

/// Mounts a figure into its prerendered form. Errors name the part that is missing.
pub type Mount = fn(&Element, Figure) -> Result<(), Missing>;

/// What a program does for a figure that it has mounted.
pub type After = fn(&Element, Figure);

/// What mounts the figure or stage of an id, if this app can; with the id again, for as long as the program.
pub type Find = fn(&str) -> Option<(&'static str, Mount)>;

/// The attribute of a stage with the id of its scene.
const STAGE: &str = "data-stage";

/// How far above and below the view a figure is started.
const MARGIN: &str = "100% 0px";

/// What a start needs.
#[derive(Clone, Copy)]
pub struct Start {
    /// What mounts a figure.
    pub find: Find,
    /// What mounts a stage.
    pub find_stage: Find,
    /// What is done for a figure after that.
    pub after: After,
    /// Whether the page is one figure's own, so that it starts at once.
    pub alone: bool,
    /// The page.
    pub page: Page,
}

/// Starts every figure and stage of the page as it comes near, or at once.
pub fn start(start: Start) {
    let Some(root) = dom::document().ok().and_then(|d| d.document_element()) else { return };
    let figures = dom::all(&root, "[data-figure], [data-stage]");
    let owner = Owner::current().unwrap_or_default();
    let observer = if start.alone { None } else { observer(start, owner.clone()) };
    match observer {
        Some(observer) => figures.iter().for_each(|figure| observer.observe(figure)),
        None => figures.into_iter().for_each(|figure| one(figure, start, &owner)),
    }
}

fn observer(start: Start, owner: Owner) -> Option<IntersectionObserver> {
    if !dom::window_has("IntersectionObserver") {
        return None;
    }
    let came = move |entries: Array, observer: IntersectionObserver| {
        for entry in entries.iter().filter_map(|e| e.dyn_into::<IntersectionObserverEntry>().ok()) {
            if entry.is_intersecting() {
                observer.unobserve(&entry.target());
                one(entry.target(), start, &owner);
            }
        }
    };
    let came: Function = Closure::<dyn Fn(Array, IntersectionObserver)>::wrap(Box::new(came)).into_js_value().unchecked_into();
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    IntersectionObserver::new_with_options(&came, &options).ok()
}

fn one(root: Element, Start { find, find_stage, after, page, .. }: Start, owner: &Owner) {
    let stage = root.get_attribute(STAGE);
    let is_stage = stage.is_some();
    let name = stage.or_else(|| root.get_attribute("data-figure")).unwrap_or_default();
    let found = if is_stage { find_stage(&name) } else { find(&name) };
    let Some((id, mount)) = found else { return as_prerendered(&root, &name, "component in this program") };
    let (figure_root, owner) = (root.clone(), owner.clone());
    let started = dom::callback(Box::new(move || {
        let (root, figure) = (figure_root.clone(), Figure::new(id, page));
        if let Err(Missing(part)) = owner.with(|| mount(&root, figure)) {
            return as_prerendered(&root, id, part);
        }
        if is_stage {
            return schedule::in_next_frame(Box::new(move || mark(["scene:", id])));
        }
        owner.with(|| after(&root, figure));
        figure.keep_state_in(&root);
        enable(root, id);
    }));
    if !dom::survives(&started) {
        as_prerendered(&root, &name, "component that can start");
    }
}

/// Leaves a figure or a stage as the build wrote it.
fn as_prerendered(root: &Element, id: &str, lacks: &str) {
    // A canvas that was laid over a drawing before the fault would hide it; away from the page it draws nothing.
    dom::all(root, ".plot canvas").iter().for_each(Element::remove);
    for control in dom::all(root, "[data-live]") {
        let _ = control.set_attribute("disabled", "");
    }
    let kind = if root.has_attribute(STAGE) { "Stage " } else { "Figure " };
    dom::warn(&[kind, id, " stays as prerendered: it has no ", lacks, "."].concat());
}

/// Enables the controls of a figure and marks it as interactive: in the next frame, after the drawings that were asked for
/// before.
fn enable(root: Element, id: &'static str) {
    let enabled = move || {
        for control in dom::all(&root, "[data-live]") {
            let _ = control.remove_attribute("disabled");
        }
        mark(["figure:", id]);
    };
    schedule::in_next_frame(Box::new(enabled));
}

/// Sets a performance mark when something has become interactive, for measurements.
fn mark(name: [&str; 2]) {
    if let Some(performance) = dom::window().ok().and_then(|w| w.performance()) {
        let _ = performance.mark(&name.concat());
    }
}
