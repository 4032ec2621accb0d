//! WebDriver's way of speaking: JSON over HTTP to a program on this machine.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::{Agent, Body, http::Response};

use crate::{
    error::{Cause, TestError},
    expect::TestResult,
};

/// Longer than any page may take; a driver that says nothing for so long is lost.
const LONGEST: Duration = Duration::from_secs(90);

/// WebDriver's code for a page that did not load in time.
const LOAD_TIMEOUT: &str = "timeout";

/// What the three drivers say where the page went away while something was asked of it: WebDriver has no code for that.
const PAGE_UNLOADED: [&str; 2] = ["unload", "aborted by navigation"];

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
    let mut answer = answer.map_err(|e| TestError::new(Cause::DriverLost, format!("the driver does not answer: {e}")))?;
    let text =
        answer.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|e| format!("the driver's answer broke off: {e}"))?;
    let mut body: Value = serde_json::from_str(&text).map_err(|e| format!("the driver's answer is no JSON ({e}): {text}"))?;
    let value = body.get_mut("value").map_or_else(|| json!(null), Value::take);
    if answer.status().is_success() {
        return Ok(value);
    }
    let part = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    // Drivers add a trace of their own below the first line.
    Err(refusal(part("error"), part("message").lines().next().unwrap_or_default()))
}

/// The error for a command that the driver refused with WebDriver's `code`. The one place that reads what drivers say.
fn refusal(code: &str, message: &str) -> TestError {
    let cause = match code {
        LOAD_TIMEOUT => Cause::LoadTimeout,
        _ if PAGE_UNLOADED.iter().any(|words| message.contains(words)) => Cause::PageUnloaded,
        _ => Cause::Unmet,
    };
    TestError::new(cause, format!("{code}: {message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drivers_refuse_has_a_cause() {
        let cause = |code: &str, message: &str| refusal(code, message).cause();
        assert_eq!(cause("timeout", "Timed out receiving message from renderer"), Cause::LoadTimeout);
        assert_eq!(cause("script timeout", "Timed out"), Cause::Unmet);
        assert_eq!(cause("javascript error", "Document was unloaded"), Cause::PageUnloaded);
        assert_eq!(cause("unknown error", "aborted by navigation"), Cause::PageUnloaded);
        assert_eq!(cause("no such element", "timeout of 3 s"), Cause::Unmet);
    }

    #[test]
    fn a_driver_that_is_not_there_is_lost() {
        let nobody = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).unwrap();
        assert_eq!(Client::to(nobody.port()).get("/status").unwrap_err().cause(), Cause::DriverLost);
    }
}
