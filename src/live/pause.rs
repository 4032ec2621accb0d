//! Waits for the reader to pause: of what is asked for in quick succession, only the last is done.

use std::cell::Cell;

use super::dom;

/// A pause; what is asked for while it lasts begins it anew.
#[derive(Default)]
pub struct Pause {
    timer: Cell<Option<i32>>,
}

impl Pause {
    /// Does `last` after so many milliseconds, unless something else is asked for before.
    pub fn then(&self, milliseconds: i32, last: Box<dyn FnMut()>) {
        self.end();
        let Ok(window) = dom::window() else { return };
        let done = dom::callback(last);
        self.timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).ok());
    }

    /// Forgets what was asked for.
    pub fn end(&self) {
        if let (Some(timer), Ok(window)) = (self.timer.take(), dom::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
