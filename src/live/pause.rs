//! Waits for the reader to pause: of what is asked for in quick succession, only the last is done.

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

use js_sys::Function;

use super::dom;

/// What is done.
type Deed = Box<dyn FnOnce()>;

/// A pause; what is asked for while it lasts begins it anew.
#[derive(Default)]
pub struct Pause {
    timer: Cell<Option<i32>>,
    last: Rc<RefCell<Option<Deed>>>,
    /// Made once: keys come many times a second, and each function is one more for the browser to collect.
    over: OnceCell<Function>,
}

impl Pause {
    /// Does `last` after so many milliseconds, unless something else is asked for before.
    pub fn then(&self, milliseconds: i32, last: Deed) {
        self.end();
        let Ok(window) = dom::window() else { return };
        self.last.replace(Some(last));
        let over = self.over.get_or_init(|| {
            let last = self.last.clone();
            dom::callback(Box::new(move || {
                let deed = last.take();
                deed.into_iter().for_each(|deed| deed());
            }))
        });
        self.timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(over, milliseconds).ok());
    }

    /// Does not do what was asked for.
    pub fn end(&self) {
        if let (Some(timer), Ok(window)) = (self.timer.take(), dom::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
