//! WebDriver's way of speaking: JSON over HTTP to a program on this machine.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::{Agent, Body, http::Response};

use crate::expect::TestResult;

/// Longer than any page may take; a driver that says nothing for so long is lost.
const LONGEST: Duration = Duration::from_secs(90);

/// How the fault begins when the driver is lost, whatever the page does.
pub(crate) const LOST: &str = "the driver does not answer";

/// Whether `fault` is that the page went away while something was asked of it, in the words of the three drivers: a page that
/// takes a new version in loads itself again.
pub(crate) fn is_about_a_page_that_went(fault: &str) -> bool {
    ["unload", "aborted by navigation"].iter().any(|words| fault.contains(words))
}

/// A picture of a long page has some megabytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Speaks to one driver.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
    root: String,
}

impl Client {
    /// To the driver on `port`.
    pub(crate) fn to(port: u16) -> Self {
        let agent = Agent::config_builder().timeout_global(Some(LONGEST)).http_status_as_error(false).proxy(None).build().into();
        Self { agent, root: format!("http://127.0.0.1:{port}") }
    }

    /// Asks for the value at `path`.
    ///
    /// # Errors
    /// The driver's sentence, or that it does not answer.
    pub(crate) fn get(&self, path: &str) -> TestResult<Value> {
        value(self.agent.get(self.root.clone() + path).call())
    }

    /// Commands `path` with `body`.
    ///
    /// # Errors
    /// The driver's sentence, or that it does not answer.
    pub(crate) fn post(&self, path: &str, body: &Value) -> TestResult<Value> {
        value(self.agent.post(self.root.clone() + path).content_type("application/json").send(body.to_string()))
    }

    /// Ends what is at `path`.
    ///
    /// # Errors
    /// The driver's sentence, or that it does not answer.
    pub(crate) fn delete(&self, path: &str) -> TestResult<Value> {
        value(self.agent.delete(self.root.clone() + path).call())
    }
}

fn value(answer: Result<Response<Body>, ureq::Error>) -> TestResult<Value> {
    let mut answer = answer.map_err(|e| format!("{LOST}: {e}"))?;
    let text =
        answer.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|e| format!("the driver's answer broke off: {e}"))?;
    let mut body: Value = serde_json::from_str(&text).map_err(|e| format!("the driver's answer is no JSON ({e}): {text}"))?;
    let value = body.get_mut("value").map_or_else(|| json!(null), Value::take);
    if answer.status().is_success() {
        return Ok(value);
    }
    let part = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    // Drivers add a trace of their own below the first line.
    Err(format!("{}: {}", part("error"), part("message").lines().next().unwrap_or_default()))
}
