//! What ends a case: a sentence for people, and what became of the browser for the code that decides by it.

use std::fmt::Display;

/// Why a case ended, in words, and the cause by which the suite decides what to do next.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct TestError {
    cause: Cause,
    message: String,
}

/// What became of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Nothing: something is not as expected, or the driver refused a command.
    Unmet,
    /// The driver does not answer, so its browser cannot be used any more.
    DriverLost,
    /// The driver waited too long for a page to load; the page may be there all the same.
    LoadTimeout,
    /// The page went away while something was asked of it, as a page does that loads itself again.
    PageUnloaded,
}

impl TestError {
    /// An error that says `message`.
    pub(crate) fn new(cause: Cause, message: impl Into<String>) -> Self {
        Self { cause, message: message.into() }
    }

    /// What became of the browser.
    pub(crate) fn cause(&self) -> Cause {
        self.cause
    }

    /// The same error, with `place` in front of what it says.
    #[must_use]
    pub fn context(self, place: impl Display) -> Self {
        Self { message: format!("{place}: {}", self.message), ..self }
    }

    /// The same error, with `more` after what it says.
    #[must_use]
    pub fn and(self, more: impl Display) -> Self {
        Self { message: format!("{}; {more}", self.message), ..self }
    }
}

impl From<String> for TestError {
    fn from(message: String) -> Self {
        Self::new(Cause::Unmet, message)
    }
}

impl From<&str> for TestError {
    fn from(message: &str) -> Self {
        message.to_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_an_error_leave_its_cause() {
        let error = TestError::new(Cause::DriverLost, "no answer").context("step 2").and("it was asked twice");
        assert_eq!((error.cause(), error.to_string().as_str()), (Cause::DriverLost, "step 2: no answer; it was asked twice"));
        assert_eq!(TestError::from("it is blue").cause(), Cause::Unmet);
    }
}
