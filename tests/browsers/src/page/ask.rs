//! What is asked of a page: values of its script, and waiting for them.

use std::{
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{PATIENCE, Page};
use crate::{error::Cause, expect::TestResult};

/// How long a case watches that something does not come.
const MOMENT: Duration = Duration::from_secs(1);

/// How long a case that collects faults waits for each: much longer than it takes on a busy machine.
const PATIENCE_FOR_EACH: Duration = Duration::from_secs(10);

impl Page<'_> {
    /// What `script`, the body of a function, returns.
    ///
    /// # Errors
    /// What it throws.
    pub fn run(&self, script: &str) -> TestResult<Value> {
        self.session.run(script, &[])
    }

    /// What the promise that `expression` makes resolves to.
    ///
    /// # Errors
    /// What it rejects with.
    pub fn resolved(&self, expression: &str) -> TestResult<Value> {
        let script = format!("const done = arguments[0]; ({expression}).then((value) => done([value]), (fault) => done(String(fault)))");
        match self.session.run_until_called(&script, &[])? {
            Value::Array(mut values) => Ok(values.pop().unwrap_or_default()),
            fault => Err(format!("{expression}: {fault}").into()),
        }
    }

    /// Whether `expression` is true.
    ///
    /// # Errors
    /// What it throws.
    pub fn is(&self, expression: &str) -> TestResult<bool> {
        Ok(self.run(&format!("return !!({expression})"))?.as_bool().unwrap_or_default())
    }

    /// The number that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub fn number(&self, expression: &str) -> TestResult<f64> {
        self.run(&format!("return {expression}"))?.as_f64().ok_or_else(|| format!("{expression} is no number").into())
    }

    /// The text that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub fn text(&self, expression: &str) -> TestResult<String> {
        let value = self.run(&format!("return {expression}"))?;
        Ok(value.as_str().ok_or(format!("{expression} is no text but {value}"))?.to_owned())
    }

    /// The texts in the array that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub fn texts(&self, expression: &str) -> TestResult<Vec<String>> {
        let value = self.run(&format!("return Array.from({expression}, String)"))?;
        Ok(value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect())
    }

    /// The words in the first element that matches `selector`.
    ///
    /// # Errors
    /// When there is none.
    pub fn words_in(&self, selector: &str) -> TestResult<String> {
        self.text(&format!("document.querySelector({}).textContent.trim()", json!(selector)))
    }

    /// Whether `selector` matches something that is drawn.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn shows(&self, selector: &str) -> TestResult<bool> {
        let drawn = "[...document.querySelectorAll(SELECTOR)].some((e) => { const box = e.getBoundingClientRect(); \
                     return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === 'visible' })";
        self.is(&drawn.replace("SELECTOR", &json!(selector).to_string()))
    }

    /// Waits until `expression` is true.
    ///
    /// # Errors
    /// `what` did not come in time.
    pub fn until(&self, what: &str, expression: &str) -> TestResult {
        self.until_within(PATIENCE, what, expression)
    }

    /// Whether `expression` becomes true, for cases that collect what does not.
    ///
    /// # Errors
    /// What it throws.
    pub fn becomes(&self, expression: &str) -> TestResult<bool> {
        self.becomes_within(PATIENCE_FOR_EACH, expression)
    }

    /// Whether `expression` becomes true in a moment, for cases that watch that it does not.
    ///
    /// # Errors
    /// What it throws.
    pub fn becomes_in_a_moment(&self, expression: &str) -> TestResult<bool> {
        self.becomes_within(MOMENT, expression)
    }

    fn becomes_within(&self, patience: Duration, expression: &str) -> TestResult<bool> {
        let begun = Instant::now();
        loop {
            let is_so = self.is(expression)?;
            if is_so || begun.elapsed() > patience {
                return Ok(is_so);
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub(super) fn until_within(&self, patience: Duration, what: &str, expression: &str) -> TestResult {
        until_it_is_so(patience, &format!("{what} ({expression})"), || self.is(expression))
    }
}

/// Waits until `is_so` says so; a page that goes meanwhile is no fault.
pub(super) fn until_it_is_so(patience: Duration, what: &str, is_so: impl Fn() -> TestResult<bool>) -> TestResult {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        match is_so() {
            Ok(true) => return Ok(()),
            Err(error) if error.cause() != Cause::PageUnloaded => return Err(error),
            _ => {}
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(format!("{what} did not come within {} s", patience.as_secs()).into())
}
