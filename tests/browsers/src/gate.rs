//! A gate that holds a file back until the case has seen the page without it.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

/// So that a forgotten gate ends in a failure, not in waiting for ever.
const LONGEST: Duration = Duration::from_secs(60);

/// Closed until it is opened; copies are the same gate.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets everything through from now on.
    pub fn open(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.1.notify_all();
    }

    /// Waits until the gate is open, a minute at most.
    pub(crate) fn pass(&self) {
        let is_open = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.0.1.wait_timeout_while(is_open, LONGEST, |open| !*open));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_goes_on_when_the_gate_opens() {
        let gate = Gate::default();
        let waiting = std::thread::spawn({
            let gate = gate.clone();
            move || gate.pass()
        });
        assert!(!waiting.is_finished());
        gate.open();
        waiting.join().unwrap();
    }
}
