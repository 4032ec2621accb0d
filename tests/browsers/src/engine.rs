//! The three browser engines: their programs by variable, and what each is asked to be.

use std::{path::Path, process::Command};

use serde_json::{Value, json};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Of Chrome, Edge and most Android browsers.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of Safari; here in its GTK form.
    WebKit,
}

/// Nothing but the page: no first run, no updates, no reports to anyone.
const CHROMIUM_FLAGS: [&str; 7] = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// How long a driver waits for a page, in milliseconds: longer than any takes, and less than the patience with the driver.
const LONGEST_LOAD: u32 = 45_000;

impl Engine {
    /// All, in the order of reports.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in reports and filters.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The variable with the path of the program that drives it, and that program's default name.
    pub(crate) fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKIT_DRIVER", "WebKitWebDriver"),
        }
    }

    /// The variable with the browser's path; without it the driver looks for the browser itself.
    pub(crate) fn browser_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROME",
            Self::Firefox => "FIREFOX",
            Self::WebKit => "WEBKIT_BROWSER",
        }
    }

    /// The command that drives it on `port`.
    pub(crate) fn command(self, driver: &Path, port: u16) -> Command {
        let mut command = Command::new(driver);
        command.arg(format!("--port={port}"));
        if self == Self::WebKit {
            // Its sandbox asks for rights that containers and root don't have; the pages are our own.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        command
    }

    /// What a new session asks for. WebKit has no form without a window.
    pub(crate) fn capabilities(self, browser: Option<&Path>, visible: bool) -> Value {
        let (key, mut options) = match self {
            Self::Chromium => {
                let headless = (!visible).then_some("--headless");
                let args: Vec<_> = CHROMIUM_FLAGS.into_iter().chain(headless).collect();
                ("goog:chromeOptions", json!({ "args": args }))
            }
            Self::Firefox => ("moz:firefoxOptions", json!({ "args": if visible { vec![] } else { vec!["-headless"] } })),
            Self::WebKit => ("webkitgtk:browserOptions", json!({ "args": ["--automation"] })),
        };
        if let Some(browser) = browser {
            options["binary"] = json!(browser);
        }
        let mut asked = json!({ key: options });
        if self == Self::Chromium {
            asked["goog:loggingPrefs"] = json!({ "browser": "ALL" });
        }
        asked["timeouts"] = json!({ "pageLoad": LONGEST_LOAD });
        json!({ "capabilities": { "alwaysMatch": asked } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_shown_only_when_asked_for() {
        let asked = |engine: Engine, visible| engine.capabilities(Some(Path::new("/b")), visible).to_string();
        assert!(asked(Engine::Chromium, false).contains("\"--headless\"") && !asked(Engine::Chromium, true).contains("headless"));
        assert!(asked(Engine::Firefox, false).contains("\"-headless\"") && !asked(Engine::Firefox, true).contains("headless"));
        assert!(asked(Engine::WebKit, false).contains("\"binary\":\"/b\""));
    }
}
