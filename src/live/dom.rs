//! Short ways to find, listen to and write into the built page.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, Event, EventTarget, KeyboardEvent, NodeList, ResizeObserver, Window, console};

/// A part of the built page that live code needs and did not find: its `data-part`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub &'static str);

/// The browser's window; missing only outside a page.
pub fn window() -> Result<Window, Missing> {
    web_sys::window().ok_or(Missing("window"))
}

/// The page's document.
pub fn document() -> Result<Document, Missing> {
    window()?.document().ok_or(Missing("document"))
}

/// The element with `data-part=name` inside `root`, as `T`.
///
/// # Errors
/// Its name, where it is missing or of another type, as after an extension has altered the page.
pub fn part<T: JsCast>(root: &Element, name: &'static str) -> Result<T, Missing> {
    first(root, &["[data-part=\"", name, "\"]"].concat()).map_err(|_| Missing(name))
}

/// The first element inside `root` that matches `selector`, as `T`.
///
/// # Errors
/// Where there is none, or one of another type.
pub fn first<T: JsCast>(root: &Element, selector: &str) -> Result<T, Missing> {
    let found = root.query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into().ok()).ok_or(Missing("part of a drawing"))
}

/// All elements inside `root` that match `selector` and are a `T`.
pub fn all<T: JsCast>(root: &Element, selector: &str) -> Vec<T> {
    let found: Option<NodeList> = root.query_selector_all(selector).ok();
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Calls `handler` on each `event` of `target`, for as long as the page lives.
pub fn on(target: &EventTarget, event: &str, handler: Box<dyn FnMut(Event)>) {
    let function: Function = Closure::wrap(handler).into_js_value().unchecked_into();
    // Fails only for a detached browsing context, in which nothing is shown.
    let _ = target.add_event_listener_with_callback(event, &function);
}

/// Calls `function` when the size of `element` changes, and at first, where the browser can tell.
pub fn on_size(element: &Element, function: &Function) {
    if window_has("ResizeObserver")
        && let Ok(observer) = ResizeObserver::new(function)
    {
        observer.observe(element);
    }
}

/// A function for browser calls that take one and pass it nothing of use.
pub fn callback(handler: Box<dyn FnMut()>) -> Function {
    Closure::wrap(handler).into_js_value().unchecked_into()
}

/// Whether a key is pressed with another that makes it the browser's own, such as Alt and an arrow for Back.
pub fn has_modifier(event: &KeyboardEvent) -> bool {
    event.alt_key() || event.ctrl_key() || event.meta_key()
}

/// Tells whoever looks into the console.
pub fn warn(words: &str) {
    console::warn_1(&JsValue::from_str(words));
}

/// Whether the window has a property, such as a constructor that old browsers lack.
pub fn window_has(name: &str) -> bool {
    window().is_ok_and(|w| js_sys::Reflect::has(&w, &JsValue::from_str(name)).unwrap_or(false))
}
