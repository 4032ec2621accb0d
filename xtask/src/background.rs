//! Work that goes on while other stages do: compiling a tool has stretches that leave one of two cores idle.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};

use anyhow::{Result, bail};

use crate::progress::Waiting;

/// Work in a thread of its own, stopped when nobody waits for it any more.
pub(crate) struct Background<T> {
    thread: Option<JoinHandle<Result<T>>>,
    stop: Arc<AtomicBool>,
    waiting: Waiting,
}

impl<T: Send + 'static> Background<T> {
    /// Begins `work`, which ends early once the flag that it is given is set.
    pub(crate) fn begin(waiting: Waiting, work: impl FnOnce(Arc<AtomicBool>) -> Result<T> + Send + 'static) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&stop);
        Self { thread: Some(std::thread::spawn(|| work(flag))), stop, waiting }
    }
}

impl<T> Background<T> {
    /// Waits for its end, telling the time.
    ///
    /// # Errors
    /// The sentence with which the work failed.
    pub(crate) fn wait(&mut self) -> Result<T> {
        let Some(thread) = self.thread.take() else { bail!(self.waiting.interrupted()) };
        while !thread.is_finished() {
            self.waiting.report();
        }
        thread.join().unwrap_or_else(|_| bail!(self.waiting.interrupted()))
    }
}

impl<T> Drop for Background<T> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Stages;

    #[test]
    fn its_result_is_waited_for() {
        let mut work = Background::begin(Stages::new(1, false).begin("work", "a second").waiting(), |_| Ok(3));
        assert_eq!(work.wait().unwrap(), 3);
        assert!(work.wait().is_err(), "there is one result");
    }

    #[test]
    fn it_is_stopped_when_nobody_waits() {
        let work: Background<()> = Background::begin(Stages::new(1, false).begin("work", "a second").waiting(), |stop| {
            while !stop.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            Ok(())
        });
        drop(work);
    }
}
