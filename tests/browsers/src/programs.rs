//! Where the programs of an engine are.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::{engine::Engine, expect::TestResult};

/// An engine's programs.
#[derive(Debug, Clone)]
pub(crate) struct Programs {
    /// Speaks WebDriver.
    pub(crate) driver: PathBuf,
    /// The browser, unless the driver finds it itself.
    pub(crate) browser: Option<PathBuf>,
}

impl Programs {
    /// Those that the variables name, else the driver by its default name on the path.
    ///
    /// # Errors
    /// One sentence that says what is missing and what to do.
    pub(crate) fn of(engine: Engine) -> TestResult<Self> {
        let (variable, default) = engine.driver();
        let named = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
        let programs = Self { driver: named(variable).unwrap_or_else(|| default.into()), browser: named(engine.browser_variable()) };
        let runs = Command::new(&programs.driver).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        match runs {
            Ok(_) => Ok(programs),
            Err(e) => Err(format!(
                "{} is left out: {} does not run ({e}); install {default}, or set {variable} to its path.",
                engine.name(),
                programs.driver.display()
            )
            .into()),
        }
    }
}
