//! What happens later: in the next frame, after a time, or whenever a signal changes. The functions are boxed, so that all of
//! them share their code.

use std::{sync::Mutex, time::Duration};

use leptos::{
    leptos_dom::helpers::TimeoutHandle,
    prelude::{Effect, request_animation_frame, set_timeout_with_handle},
};

/// Does `what` in the next frame.
pub(crate) fn in_next_frame(what: Box<dyn FnOnce()>) {
    request_animation_frame(what);
}

/// Calls `what` in the next microtask with `true`, and whenever a signal that it read has changed with `false`.
pub(crate) fn follow(mut what: Box<dyn FnMut(bool)>) {
    Effect::new(move |called: Option<()>| what(called.is_none()));
}

/// A pause: of what is asked for in quick succession, only the last is done.
#[derive(Default)]
pub(crate) struct Pause(Mutex<Option<TimeoutHandle>>);

impl Pause {
    /// Does `what` after so many milliseconds, unless something else is asked for before.
    pub(crate) fn then(&self, milliseconds: u64, what: Box<dyn FnOnce()>) {
        self.end();
        if let Ok(mut timer) = self.0.lock() {
            *timer = set_timeout_with_handle(what, Duration::from_millis(milliseconds)).ok();
        }
    }

    /// Does not do what was asked for.
    pub(crate) fn end(&self) {
        if let Some(timer) = self.0.lock().ok().and_then(|mut timer| timer.take()) {
            timer.clear();
        }
    }
}
