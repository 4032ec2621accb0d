//! The figures of a page: scrolled to, and waited for until they live.

use std::time::Duration;

use serde_json::json;

use super::Page;
use crate::expect::TestResult;

/// How long a figure may still come alive after the page has warned of something.
const AFTER_A_WARNING: Duration = Duration::from_secs(3);

impl Page<'_> {
    /// The ids of the page's figures.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn figures(&self) -> TestResult<Vec<String>> {
        self.texts("[...document.querySelectorAll('figure[data-figure]')].map((f) => f.dataset.figure)")
    }

    /// Scrolls to the figure and waits until it lives.
    ///
    /// # Errors
    /// When it doesn't come alive.
    pub fn wait_until_interactive(&self, figure: &str) -> TestResult {
        self.scroll_to(&format!("[data-figure=\"{figure}\"]"))?;
        let lives = format!("performance.getEntriesByName('figure:{figure}').length");
        self.until(&format!("life in {figure}"), &format!("{lives} || (window.__probe && __probe.warnings.length)"))?;
        let gave_up = |fault| match self.texts("window.__probe.warnings") {
            Ok(warnings) => format!("{fault}; the console warns {warnings:?}"),
            Err(_) => fault,
        };
        // A warning need not be the end, but nothing that comes after one takes long.
        self.until_within(AFTER_A_WARNING, &format!("life in {figure}"), &lives).map_err(gave_up)?;
        self.frames()
    }

    /// Whether the figure lives.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn lives(&self, figure: &str) -> TestResult<bool> {
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
