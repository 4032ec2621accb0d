//! What a reader does on a page: pointer and keys.

use serde_json::json;

use super::Page;
use crate::{expect::TestResult, keys};

/// More than any page has stops for Tab.
const MOST_TABS: usize = 400;

impl Page<'_> {
    /// Clicks what `selector` finds, as a pointer does. What lies outside the view or under the line at its top is scrolled to
    /// the middle first, as a reader would: drivers take the covered part of a page for a part in view.
    ///
    /// # Errors
    /// When it is not there or something else lies over it.
    pub fn click(&self, selector: &str) -> TestResult {
        const INTO_VIEW: &str = "const found = document.querySelector(SELECTOR); const place = found?.getBoundingClientRect(); \
            if (place && (place.top < 80 || place.bottom > innerHeight)) found.scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.run(&INTO_VIEW.replace("SELECTOR", &json!(selector).to_string()))?;
        self.session.click(selector).map_err(|error| error.context(format!("{selector} cannot be clicked")))
    }

    /// Presses a mouse at the first of `places` within what `selector` finds, in parts of its width and height, moves it along
    /// the others, and lets go.
    ///
    /// # Errors
    /// When it is not there, or what the driver reports.
    pub fn drag(&self, selector: &str, places: &[(f64, f64)]) -> TestResult {
        self.session.drag(selector, "mouse", places)
    }

    /// The same with a finger.
    ///
    /// # Errors
    /// The same.
    pub fn touch(&self, selector: &str, places: &[(f64, f64)]) -> TestResult {
        self.session.drag(selector, "touch", places)
    }

    /// Presses each key in turn.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn press(&self, keys: &[char]) -> TestResult {
        self.session.press(keys)
    }

    /// Presses the keys together.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn chord(&self, keys: &[char]) -> TestResult {
        self.session.chord(keys)
    }

    /// Turns the wheel `times` times over the middle of the view, by `pixels` downwards each time.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn wheel(&self, pixels: i32, times: usize) -> TestResult {
        self.session.wheel(pixels, times)
    }

    /// Types `text`.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn write(&self, text: &str) -> TestResult {
        self.session.press(&text.chars().collect::<Vec<_>>())
    }

    /// Presses Tab until the focus is on what `selector` matches.
    ///
    /// # Errors
    /// When Tab never comes there.
    pub fn tab_to(&self, selector: &str) -> TestResult {
        let there = format!("document.activeElement && document.activeElement.matches({})", json!(selector));
        for _ in 0..MOST_TABS {
            self.press(&[keys::TAB])?;
            if self.is(&there)? {
                return Ok(());
            }
        }
        Err(format!("Tab does not reach {selector}").into())
    }
}
