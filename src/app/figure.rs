//! A figure as its components use it: the page around it, and the signals that all figures have.

use leptos::prelude::*;
use web_sys::Element;

use super::{address::Entry, page::Page};
use crate::browser::schedule::{self, Pause};

/// The attribute that holds the full state of a mounted figure.
const STATE: &str = "data-state";

/// The full state of the figure `root` as a query without its `?`; empty for one that is not mounted, or has none.
pub fn state_of(root: &Element) -> String {
    root.get_attribute(STATE).unwrap_or_default()
}

/// How long nothing may change before it is announced, in milliseconds.
const PAUSE: u64 = 500;

/// A figure of the page. In the build it is always in its default state.
#[derive(Clone, Copy)]
pub struct Figure {
    /// Its id.
    pub id: &'static str,
    /// The page around it.
    pub page: Page,
    /// Its full state as a query without its `?`, for sharing; empty until it is mounted.
    pub query: RwSignal<String>,
    /// What its live region says.
    pub announced: RwSignal<String>,
    /// Whether something of the address could not be read.
    pub is_refused: RwSignal<bool>,
    /// What the note about that says.
    pub refusal: RwSignal<String>,
    /// Is never dropped, because a figure lasts as long as the page.
    pause: &'static Pause,
}

impl Figure {
    /// The figure `id` of `page`.
    pub fn new(id: &'static str, page: Page) -> Self {
        Self {
            id,
            page,
            query: RwSignal::new(String::new()),
            announced: RwSignal::new(String::new()),
            is_refused: RwSignal::new(false),
            refusal: RwSignal::new(String::new()),
            pause: Box::leak(Box::default()),
        }
    }

    /// The figure `id` as the build renders it; `refusal` is what its note would say of an address that cannot be read.
    pub fn prerendered(id: &'static str, refusal: &str) -> Self {
        let figure = Self::new(id, Page::prerendered());
        figure.refusal.set(refusal.to_owned());
        figure
    }

    /// Announces `words` to screen readers, politely: after a pause, unless others come first, so not each step of a drag.
    pub fn announce(self, words: String) {
        self.pause.then(PAUSE, Box::new(move || self.announced.set(words)));
    }

    /// Enters the full state `query`, which the reader chose, into the address; nothing where the figure has it already.
    pub fn enter(self, query: &str, own_keys: &[&str], entry: Entry) {
        if self.query.with_untracked(|shown| shown != query) {
            self.page.address.write(query, own_keys, entry);
        }
    }

    /// Takes the full state `query` as the one that is shown; gives whether it is another than before. Then the note that the
    /// address could not be read goes.
    pub fn show_state(self, query: &str) -> bool {
        let before = self.query.get_untracked();
        if before == query {
            return false;
        }
        self.query.set(query.to_owned());
        if !before.is_empty() {
            self.is_refused.set(false);
        }
        true
    }

    /// Keeps the state in an attribute of the figure `root`, for what shares it.
    pub fn keep_state_in(self, root: &Element) {
        let root = root.clone();
        schedule::follow(Box::new(move |_| drop(root.set_attribute(STATE, &self.query.get()))));
    }

    /// Calls `turn` with the query that Back or Forward led to, and `choose` with the one of a link to this figure that
    /// the reader followed.
    pub fn follow(self, turn: impl Fn(String) + 'static, choose: impl Fn(String) + 'static) {
        let page = self.page;
        let travelled = move |is_first: bool| {
            page.address.travelled.track();
            if !is_first {
                turn(page.address.query());
            }
        };
        schedule::follow(Box::new(travelled));
        let followed = move |_| {
            let link = page.followed.get();
            if let Some((query, id)) = link.split_once('#')
                && id == self.id
            {
                choose(query.to_owned());
            }
        };
        schedule::follow(Box::new(followed));
    }
}
