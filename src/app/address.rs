//! The figures' state in the query of the address: read at the start, replaced while dragging, pushed when choosing.

use std::sync::Mutex;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::browser::{dom, schedule::Pause};

/// How long a drag must rest before it enters the address, in milliseconds. Each entry takes as long as a whole drawing (the browser fetches
/// the page's icon anew), and WebKit takes no more than 100 in ten seconds.
const REST: u64 = 200;

/// How a change of state enters the reader's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// It replaces the present entry: one of many on the way, as in dragging.
    Replace,
    /// It is an entry of its own, to which Back returns; in a frame it replaces the present one.
    Push,
}

/// The query of the address.
#[derive(Clone, Copy)]
pub struct Address {
    /// Changes when Back or Forward led elsewhere.
    pub travelled: Trigger,
    /// What the address names on the page, without its `#`.
    pub fragment: RwSignal<String>,
    /// What is to enter the address; it lasts as long as the page.
    waiting: &'static Waiting,
}

/// What is to enter the address after a pause.
#[derive(Default)]
struct Waiting {
    /// The query that is to be replaced, and the one that replaces it.
    queries: Mutex<Option<(String, String)>>,
    pause: Pause,
}

impl Address {
    /// An address that nobody follows.
    pub fn new() -> Self {
        Self { travelled: Trigger::new(), fragment: RwSignal::new(String::new()), waiting: Box::leak(Box::default()) }
    }

    /// Follows Back and Forward, and links within the page, from now on.
    pub fn follow(self) {
        if let Ok(window) = dom::window() {
            self.fragment.set(fragment());
            dom::on(&window, "popstate", Box::new(move |_| self.travelled.notify()));
            dom::on(&window, "hashchange", Box::new(move |_| self.fragment.set(fragment())));
        }
    }

    /// The query without its `?`, as it is or is about to be.
    pub fn query(self) -> String {
        let shown = shown();
        let waiting = self.waiting.queries.lock().ok();
        let waiting = waiting.and_then(|waiting| waiting.as_ref().filter(|(old, _)| *old == shown).map(|(_, new)| new.clone()));
        waiting.unwrap_or(shown)
    }

    /// Writes `state` (a query without its `?`) into the address, with all other keys and the fragment kept.
    ///
    /// Where a frame denies its history, the figure works and the address stays.
    pub fn write(self, state: &str, own_keys: &[&str], entry: Entry) {
        let old = self.query();
        let new = merged(&old, state, own_keys);
        if new == old {
            return;
        }
        match entry {
            Entry::Replace => {
                self.wait_for(Some((shown(), new)));
                self.waiting.pause.then(REST, Box::new(move || self.enter(&self.query(), Entry::Replace)));
            }
            Entry::Push => {
                // Back then leads to where a drag ended, not to where it began.
                if old != shown() {
                    self.enter(&old, Entry::Replace);
                }
                self.enter(&new, Entry::Push);
            }
        }
    }

    fn wait_for(self, queries: Option<(String, String)>) {
        if let Ok(mut waiting) = self.waiting.queries.lock() {
            *waiting = queries;
        }
    }

    /// Makes `query` the address's; what waited to replace it is done with.
    fn enter(self, query: &str, entry: Entry) {
        self.waiting.pause.end();
        self.wait_for(None);
        let Ok(window) = dom::window() else { return };
        let (Ok(history), hash) = (window.history(), window.location().hash().unwrap_or_default()) else { return };
        let url = ["?", query, &hash].concat();
        // In a frame each entry would be one more step back out of the article around it.
        let is_framed = window.parent().ok().flatten().is_some_and(|parent| parent != window);
        let _ = match entry {
            Entry::Push if !is_framed => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            _ => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
    }
}

impl Default for Address {
    fn default() -> Self {
        Self::new()
    }
}

fn shown() -> String {
    let search = dom::window().ok().and_then(|w| w.location().search().ok()).unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

fn fragment() -> String {
    let hash = dom::window().ok().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// `old` with its pairs of `own_keys` replaced by `state`.
fn merged(old: &str, state: &str, own_keys: &[&str]) -> String {
    let is_own = |pair: &str| own_keys.contains(&pair.split('=').next().unwrap_or(pair));
    let mut pairs: Vec<&str> = old.split('&').filter(|p| !p.is_empty() && !is_own(p)).collect();
    pairs.push(state);
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_figures_own_keys_are_replaced() {
        let own = ["v", "total"];
        assert_eq!(merged("", "v=1&total=5", &own), "v=1&total=5");
        assert_eq!(merged("utm=x&total=2&theme=dark&v=1&totals=3", "v=1&total=5", &own), "utm=x&theme=dark&totals=3&v=1&total=5");
    }
}
