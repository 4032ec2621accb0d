//! Waits for the reader to pause: of what is asked for in quick succession, only the last is done.

use std::cell::Cell;

use super::dom;

/// A pause of one kind; what is asked for while it lasts begins it anew.
pub struct Pause {
    milliseconds: i32,
    timer: Cell<Option<i32>>,
}

impl Pause {
    /// One that lasts so long.
    pub const fn of(milliseconds: i32) -> Self {
        Self { milliseconds, timer: Cell::new(None) }
    }

    /// Does `last` after the pause, unless something else is asked for before.
    pub fn then(&self, last: Box<dyn FnMut()>) {
        self.end();
        let Ok(window) = dom::window() else { return };
        let done = dom::callback(last);
        self.timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, self.milliseconds).ok());
    }

    /// Forgets what was asked for.
    pub fn end(&self) {
        if let (Some(timer), Ok(window)) = (self.timer.take(), dom::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
