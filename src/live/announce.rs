//! Tells screen readers what changed, politely: the last words after a pause, not every step of a drag.

use std::{cell::Cell, rc::Rc};

use web_sys::Element;

use super::dom;

/// How long nothing may change before it is said, in milliseconds.
const PAUSE: i32 = 500;

/// A live region.
#[derive(Clone)]
pub struct Announcer {
    region: Element,
    timer: Rc<Cell<Option<i32>>>,
}

impl Announcer {
    /// Speaks through `region`, which the built page marks as a polite live region.
    pub fn new(region: Element) -> Self {
        Self { region, timer: Rc::default() }
    }

    /// Says `words` after the pause, unless others come first.
    pub fn say(&self, words: String) {
        let Ok(window) = dom::window() else { return };
        if let Some(timer) = self.timer.take() {
            window.clear_timeout_with_handle(timer);
        }
        let region = self.region.clone();
        let speak = dom::callback(Box::new(move || region.set_text_content(Some(&words))));
        self.timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(&speak, PAUSE).ok());
    }
}
