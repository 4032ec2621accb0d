//! Finding parts of the prerendered page, and functions for browser calls that take one.

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Document, Element, Event, EventTarget, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, MutationObserver, MutationObserverInit,
    NodeList, ResizeObserver, Window, console,
};

/// What a figure needs and does not have in this page or browser: a `data-part`, or something that the browser lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub &'static str);

/// The browser's window.
///
/// # Errors
/// Outside a page.
pub(crate) fn window() -> Result<Window, Missing> {
    web_sys::window().ok_or(Missing("window"))
}

/// The page's document.
///
/// # Errors
/// Outside a page.
pub(crate) fn document() -> Result<Document, Missing> {
    window()?.document().ok_or(Missing("document"))
}

/// The element with `data-part=name` inside `root`, as `T`.
///
/// # Errors
/// Its name, where it is missing or of another type, as after an extension has altered the page.
pub(crate) fn part<T: JsCast>(root: &Element, name: &'static str) -> Result<T, Missing> {
    let found = root.query_selector(&["[data-part=\"", name, "\"]"].concat()).ok().flatten();
    found.and_then(|element| element.dyn_into().ok()).ok_or(Missing(name))
}

/// All elements inside `root` that match `selector`.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found: Option<NodeList> = root.query_selector_all(selector).ok();
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Calls `handler` on each `event` of `target`, for as long as the page lasts.
pub(crate) fn on(target: &EventTarget, event: &str, handler: Box<dyn FnMut(Event)>) {
    let function: Function = Closure::wrap(handler).into_js_value().unchecked_into();
    // Fails only for a detached browsing context, in which nothing is shown.
    let _ = target.add_event_listener_with_callback(event, &function);
}

/// Calls `function` when the size of `element` changes, and at first, where the browser can observe it.
pub(crate) fn on_size(element: &Element, function: &Function) {
    if window_has("ResizeObserver")
        && let Ok(observer) = ResizeObserver::new(function)
    {
        observer.observe(element);
    }
}

/// Calls `function` when the attribute `name` of `element` changes, before the change is painted.
///
/// # Errors
/// Where the browser cannot observe it.
pub(crate) fn on_attribute(element: &Element, name: &str, function: &Function) -> Result<(), Missing> {
    let options = MutationObserverInit::new();
    options.set_attribute_filter(&Array::of1(&JsValue::from_str(name)));
    let observer = MutationObserver::new(function).map_err(|_| Missing("MutationObserver"))?;
    observer.observe_with_options(element, &options).map_err(|_| Missing("MutationObserver"))
}

/// A function for browser calls that take one and pass it nothing of use.
pub(crate) fn callback(handler: Box<dyn FnMut()>) -> Function {
    Closure::wrap(handler).into_js_value().unchecked_into()
}

/// Calls `function`; `false` where it panicked. A panic ends the call in WebAssembly as an exception does in JavaScript, so
/// it can be caught where the call crosses from one to the other.
pub(crate) fn survives(function: &Function) -> bool {
    function.call0(&JsValue::NULL).is_ok()
}

/// Whether a key is pressed together with one that makes it the browser's own, such as Alt and an arrow for Back.
pub(crate) fn has_modifier(event: &KeyboardEvent) -> bool {
    event.alt_key() || event.ctrl_key() || event.meta_key()
}

/// Whether a click asks for a tab or window of its own, or for a download.
pub(crate) fn is_modified_click(event: &MouseEvent) -> bool {
    event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key()
}

/// The element that has the focus; where nothing has it, the page's body.
pub(crate) fn focused() -> Option<HtmlElement> {
    document().ok()?.active_element()?.dyn_into().ok()
}

/// Gives `element` the focus, without scrolling there.
pub(crate) fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Writes a warning to the console.
pub(crate) fn warn(message: &str) {
    console::warn_1(&JsValue::from_str(message));
}

/// Whether `object` has the property `name`, which old browsers lack.
pub(crate) fn has(object: &JsValue, name: &str) -> bool {
    js_sys::Reflect::has(object, &JsValue::from_str(name)).unwrap_or(false)
}

/// Whether the window has a property, such as a constructor that old browsers lack.
pub(crate) fn window_has(name: &str) -> bool {
    window().is_ok_and(|window| has(&window, name))
}
