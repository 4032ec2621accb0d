//! Tells screen readers what changed, politely: the last words after a pause, not every step of a drag.

use std::rc::Rc;

use web_sys::Element;

use super::pause::Pause;

/// How long nothing may change before it is said, in milliseconds.
const PAUSE: i32 = 500;

/// A live region.
#[derive(Clone)]
pub struct Announcer {
    region: Element,
    pause: Rc<Pause>,
}

impl Announcer {
    /// Speaks through `region`, which the built page marks as a polite live region.
    pub fn new(region: Element) -> Self {
        Self { region, pause: Rc::default() }
    }

    /// Says `words` after the pause, unless others come first.
    pub fn say(&self, words: String) {
        let region = self.region.clone();
        self.pause.then(PAUSE, Box::new(move || region.set_text_content(Some(&words))));
    }
}
