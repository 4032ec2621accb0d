//! A running browser.

use crate::{driver::Driver, engine::Engine, expect::TestResult, programs::Programs, session::Session};

/// A browser with the program that drives it; in this order, for the session ends before its driver does.
#[derive(Debug)]
pub struct Browser {
    session: Session,
    _driver: Driver,
}

impl Browser {
    /// Starts the browser of `engine` with an empty profile.
    ///
    /// # Errors
    /// One sentence when a program is missing or does not start.
    pub fn start(engine: Engine, visible: bool) -> TestResult<Self> {
        let programs = Programs::of(engine)?;
        let driver = Driver::start(engine, &programs.driver)?;
        Ok(Self { session: Session::start(&driver, engine, &programs, visible)?, _driver: driver })
    }

    /// The way to command it.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }
}
