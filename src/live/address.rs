//! The figure's state in the address: read at the start, replaced while dragging, pushed when choosing.

use wasm_bindgen::JsValue;

use super::dom;

/// The query of the address, without its `?`.
pub fn query() -> String {
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
/// In a frame without an origin of its own history is denied; then the figure works and the address stays.
pub fn write(state: &str, own_keys: &[&str], step: Step) {
    let Ok(window) = dom::window() else { return };
    let old = query();
    let new = merged(&old, state, own_keys);
    if new == old {
        return;
    }
    let (Ok(history), hash) = (window.history(), window.location().hash().unwrap_or_default()) else { return };
    let url = ["?", &new, &hash].concat();
    let _ = match step {
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// `old` with its pairs of `own_keys` replaced by `state`.
fn merged(old: &str, state: &str, own_keys: &[&str]) -> String {
    let is_own = |pair: &str| own_keys.contains(&pair.split('=').next().unwrap_or(pair));
    let mut pairs: Vec<&str> = old.split('&').filter(|p| !p.is_empty() && !is_own(p)).collect();
    pairs.push(state);
    pairs.join("&")
}
