//! The figure's state in the address: read at the start, replaced while dragging, pushed when choosing.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::{
    dom::{self, part},
    pause::Pause,
};

/// The attribute of a living figure that says its state.
const TOLD: &str = "data-state";

/// How long a drag must rest before it enters the address, in milliseconds. Each entry takes as long as a whole drawing
/// (the browser fetches the page's icon anew), and WebKit takes no more than 100 in ten seconds.
const REST: i32 = 200;

thread_local! {
    static PAUSE: Pause = Pause::default();
    /// The query in the address, and the one that is to replace it after the pause.
    static WAITING: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// The query of the address without its `?`, as it is or is about to be.
pub fn query() -> String {
    let shown = shown();
    let waiting = WAITING.with_borrow(|waiting| waiting.as_ref().filter(|(old, _)| *old == shown).map(|(_, new)| new.clone()));
    waiting.unwrap_or(shown)
}

fn shown() -> String {
    let search = dom::window().ok().and_then(|w| w.location().search().ok()).unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// How a change of state enters the reader's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It replaces the present entry: one of many on the way, as in dragging.
    Replace,
    /// It is an entry of its own, to which Back returns.
    Push,
}

/// Writes `state` (a query without its `?`) into the address, with all other keys and the fragment kept.
///
/// Where a frame denies its history, the figure works and the address stays.
pub fn write(state: &str, own_keys: &[&str], step: Step) {
    let old = query();
    let new = merged(&old, state, own_keys);
    if new == old {
        return;
    }
    match step {
        Step::Replace => {
            WAITING.set(Some((shown(), new)));
            PAUSE.with(|pause| pause.then(REST, Box::new(|| enter(&query(), Step::Replace))));
        }
        Step::Push => {
            // Back then leads to where a drag ended, not to where it began.
            if old != shown() {
                enter(&old, Step::Replace);
            }
            enter(&new, Step::Push);
        }
    }
}

/// Makes `query` the address's; what waited to replace it is done with.
fn enter(query: &str, step: Step) {
    PAUSE.with(Pause::end);
    WAITING.set(None);
    let Ok(window) = dom::window() else { return };
    let (Ok(history), hash) = (window.history(), window.location().hash().unwrap_or_default()) else { return };
    let url = ["?", query, &hash].concat();
    let _ = match step {
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Says the full `state` (a query without its `?`) in `data-state` of the figure around `element`, for what shares it.
/// With another state than before, the note that the address could not be read is done with.
pub fn tell(element: &Element, state: &str) {
    let Ok(Some(figure)) = element.closest("figure") else { return };
    let before = figure.get_attribute(TOLD);
    if before.as_deref() == Some(state) {
        return;
    }
    let _ = figure.set_attribute(TOLD, state);
    if before.is_some()
        && let Ok(note) = part::<HtmlElement>(&figure, "address-note")
    {
        note.set_hidden(true);
    }
}

/// The full state of `figure` as [`tell`] said it.
pub fn told(figure: &Element) -> String {
    figure.get_attribute(TOLD).unwrap_or_default()
}

/// `old` with its pairs of `own_keys` replaced by `state`.
fn merged(old: &str, state: &str, own_keys: &[&str]) -> String {
    let is_own = |pair: &str| own_keys.contains(&pair.split('=').next().unwrap_or(pair));
    let mut pairs: Vec<&str> = old.split('&').filter(|p| !p.is_empty() && !is_own(p)).collect();
    pairs.push(state);
    pairs.join("&")
}
