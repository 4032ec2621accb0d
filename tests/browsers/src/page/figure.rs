//! The figures of a page: scrolled to, and waited for until they are interactive.

use std::time::Duration;

use serde_json::json;

use super::Page;
use crate::{error::TestError, expect::TestResult};

/// How long a figure may still become interactive after the page has warned of something.
const AFTER_A_WARNING: Duration = Duration::from_secs(3);

impl Page<'_> {
    /// The ids of the page's figures.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn figures(&self) -> TestResult<Vec<String>> {
        self.texts("[...document.querySelectorAll('figure[data-figure]')].map((f) => f.dataset.figure)")
    }

    /// Scrolls to the figure and waits until it is interactive.
    ///
    /// # Errors
    /// When it does not become interactive.
    pub fn wait_until_interactive(&self, figure: &str) -> TestResult {
        self.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
        let is_marked = format!("performance.getEntriesByName('figure:{figure}').length");
        self.until(&format!("the start of {figure}"), &format!("{is_marked} || (window.__probe && __probe.warnings.length)"))?;
        let gave_up = |error: TestError| match self.texts("window.__probe.warnings") {
            Ok(warnings) => error.and(format!("the console warns {warnings:?}")),
            Err(_) => error,
        };
        // A warning need not be the end, but nothing that comes after one takes long.
        self.until_within(AFTER_A_WARNING, &format!("the start of {figure}"), &is_marked).map_err(gave_up)?;
        self.frames()
    }

    /// Whether the figure is interactive.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn is_interactive(&self, figure: &str) -> TestResult<bool> {
        self.is(&format!("performance.getEntriesByName('figure:{figure}').length"))
    }

    /// Scrolls to what `selector` finds.
    ///
    /// # Errors
    /// When there is none.
    pub fn scroll_to(&self, selector: &str) -> TestResult {
        self.run(&format!("document.querySelector({}).scrollIntoView({{ behavior: 'instant' }})", json!(selector))).map(drop)
    }
}
