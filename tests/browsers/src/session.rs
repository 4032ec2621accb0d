//! A browser under WebDriver: it opens pages, runs script in them and presses keys.

use std::cell::Cell;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{client::Client, driver::Driver, engine::Engine, expect::TestResult, programs::Programs};

/// The key under which WebDriver gives an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with an empty profile, closed when this value goes.
#[derive(Debug)]
pub struct Session {
    client: Client,
    root: String,
    engine: Engine,
    size: Cell<(u32, u32)>,
    emulates: Cell<bool>,
}

impl Session {
    /// Starts the browser.
    ///
    /// # Errors
    /// The driver's sentence.
    pub(crate) fn start(driver: &Driver, engine: Engine, programs: &Programs, visible: bool) -> TestResult<Self> {
        let client = driver.client();
        let answer = client.post("/session", &engine.capabilities(programs.browser.as_deref(), visible)).map_err(|e| match engine {
            Engine::WebKit => e.and("WebKit needs a screen, such as `xvfb-run` gives"),
            _ => e,
        })?;
        let id = answer.get("sessionId").and_then(Value::as_str).ok_or("the driver gave no session")?;
        Ok(Self { client, root: format!("/session/{id}"), engine, size: Cell::new((0, 0)), emulates: Cell::new(false) })
    }

    /// The browser's engine.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    fn post(&self, path: &str, body: &Value) -> TestResult<Value> {
        self.client.post(&format!("{}{path}", self.root), body)
    }

    /// Back to how a new session begins, so that cases don't feel each other.
    pub(crate) fn reset(&self) -> TestResult {
        self.close_tabs()?;
        self.post("/url", &json!({ "url": "about:blank" }))?;
        if self.emulates.get() {
            self.cdp("Emulation.setEmulatedMedia", &json!({ "media": "", "features": [] }))?;
            self.cdp("Emulation.setDataSaverOverride", &json!({}))?;
            self.cdp("Emulation.setAutoDarkModeOverride", &json!({}))?;
            self.emulates.set(false);
        }
        self.resize(1280, 800)?;
        self.console().map(drop)
    }

    fn tabs(&self) -> TestResult<Vec<Value>> {
        Ok(self.client.get(&format!("{}/window/handles", self.root))?.as_array().cloned().unwrap_or_default())
    }

    /// Opens an empty tab and turns to it.
    pub(crate) fn open_tab(&self) -> TestResult {
        let tab = self.post("/window/new", &json!({ "type": "tab" }))?;
        self.post("/window", &json!({ "handle": tab["handle"] })).map(drop)
    }

    /// Turns to a tab by its number in the order of opening.
    pub(crate) fn turn_to_tab(&self, tab: usize) -> TestResult {
        let tabs = self.tabs()?;
        let handle = tabs.get(tab).ok_or_else(|| format!("there is no tab {tab}"))?;
        self.post("/window", &json!({ "handle": handle })).map(drop)
    }

    /// Closes all tabs but the first and turns to that.
    fn close_tabs(&self) -> TestResult {
        for tab in (1..self.tabs()?.len()).rev() {
            self.turn_to_tab(tab)?;
            self.client.delete(&format!("{}/window", self.root))?;
        }
        self.turn_to_tab(0)
    }

    /// Opens `url` and waits until it has loaded.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn open(&self, url: &str) -> TestResult {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// The address that is shown.
    pub(crate) fn url(&self) -> TestResult<String> {
        Ok(self.client.get(&format!("{}/url", self.root))?.as_str().unwrap_or_default().to_owned())
    }

    /// `back`, `forward` or `refresh`.
    pub(crate) fn go(&self, way: &str) -> TestResult {
        self.post(&format!("/{way}"), &json!({})).map(drop)
    }

    /// What `script`, the body of a function, returns for `arguments`.
    ///
    /// # Errors
    /// What it throws.
    pub fn run(&self, script: &str, arguments: &[Value]) -> TestResult<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// What `script`, the body of a function, passes to the function in its last argument.
    ///
    /// # Errors
    /// What it throws.
    pub fn run_until_called(&self, script: &str, arguments: &[Value]) -> TestResult<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    fn element(&self, selector: &str) -> TestResult<String> {
        let found = self.post("/element", &json!({ "using": "css selector", "value": selector }))?;
        Ok(found.get(ELEMENT).and_then(Value::as_str).ok_or("the driver gave no element")?.to_owned())
    }

    /// Clicks as a pointer does: in the middle, scrolled into view, and on what lies uppermost.
    pub(crate) fn click(&self, selector: &str) -> TestResult {
        let element = self.element(selector)?;
        self.post(&format!("/element/{element}/click"), &json!({})).map(drop)
    }

    /// Presses and releases each key in turn.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn press(&self, keys: &[char]) -> TestResult {
        self.act(keys.iter().flat_map(|key| [down(*key), up(*key)]).collect())
    }

    /// Presses all keys, then releases them.
    pub(crate) fn chord(&self, keys: &[char]) -> TestResult {
        self.act(keys.iter().map(|k| down(*k)).chain(keys.iter().rev().map(|k| up(*k))).collect())
    }

    #[allow(clippy::needless_pass_by_value)] // It becomes part of the message.
    fn act(&self, actions: Vec<Value>) -> TestResult {
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })).map(drop)
    }

    /// Turns the wheel over the middle of a window as large as it is at first.
    pub(crate) fn wheel(&self, pixels: i32, times: usize) -> TestResult {
        let turn = json!({ "type": "scroll", "x": 640, "y": 300, "deltaX": 0, "deltaY": pixels, "duration": 0 });
        let actions = json!([{ "type": "wheel", "id": "wheel", "actions": vec![turn; times] }]);
        self.post("/actions", &json!({ "actions": actions })).map(drop)
    }

    /// Presses at the first of `places` within what `selector` finds, moves along the others, and lets go. A place is a part of
    /// its width and of its height, `kind` a `mouse` or a `touch`.
    pub(crate) fn drag(&self, selector: &str, kind: &str, places: &[(f64, f64)]) -> TestResult {
        let element = self.element(selector)?;
        let size = self.run(
            "arguments[0].scrollIntoView({ block: 'nearest' }); const { width, height } = arguments[0].getBoundingClientRect(); return [width, height]",
            &[json!({ ELEMENT: element })],
        )?;
        let side = |n: usize| size.get(n).and_then(Value::as_f64).ok_or("an element has no size");
        let (width, height) = (side(0)?, side(1)?);
        // From its middle, in whole pixels, which is all that some drivers take.
        let at = |part: f64, side: f64| ((part - 0.5) * side).round();
        let mut actions = Vec::new();
        for (n, (x, y)) in places.iter().enumerate() {
            let origin = json!({ ELEMENT: element });
            actions.push(json!({ "type": "pointerMove", "duration": 50, "origin": origin, "x": at(*x, width), "y": at(*y, height) }));
            if n == 0 {
                actions.push(json!({ "type": "pointerDown", "button": 0 }));
            }
        }
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let pointer = json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions });
        self.post("/actions", &json!({ "actions": [pointer] })).map(drop)
    }

    /// Makes the window so large, in CSS pixels. No engine but Chromium goes below 500.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn resize(&self, width: u32, height: u32) -> TestResult {
        if self.size.replace((width, height)) == (width, height) {
            return Ok(());
        }
        self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    /// Turns to a frame of the page by its index, or back to the page.
    pub(crate) fn enter(&self, frame: Option<usize>) -> TestResult {
        self.post("/frame", &json!({ "id": frame })).map(drop)
    }

    /// Turns to the frame that `expression` finds, be it in a shadow tree.
    pub(crate) fn enter_found(&self, expression: &str) -> TestResult {
        let frame = self.run(&format!("return {expression}"), &[])?;
        self.post("/frame", &json!({ "id": frame })).map(drop)
    }

    /// What the view shows, as PNG.
    pub(crate) fn screenshot(&self) -> TestResult<Vec<u8>> {
        picture(&self.client.get(&format!("{}/screenshot", self.root))?)
    }

    /// What the console of Chromium shows as errors since the last question: also what no script can see, such as
    /// failed requests. Other engines report nothing.
    pub(crate) fn console(&self) -> TestResult<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.post("/se/log", &json!({ "type": "browser" }))?;
        let text = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let severe = entries.as_array().into_iter().flatten().filter(|entry| text(entry, "level") == "SEVERE");
        Ok(severe.map(|entry| text(entry, "message")).collect())
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn cdp(&self, command: &str, parameters: &Value) -> TestResult<Value> {
        // Whoever emulates something, the next case begins without.
        self.emulates.set(self.emulates.get() || command.starts_with("Emulation."));
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Shows the page as for a reader with these wishes, such as `prefers-color-scheme` `dark`. Chromium only.
    pub(crate) fn emulate(&self, features: &[(&str, &str)]) -> TestResult {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", &json!({ "features": features })).map(drop)
    }

    /// A part of the page, in view or not, over all its width, as PNG; in CSS pixels from the page's top. Chromium only.
    pub(crate) fn part(&self, top: f64, width: f64, height: f64) -> TestResult<Vec<u8>> {
        let clip = json!({ "x": 0, "y": top, "width": width, "height": height, "scale": 1 });
        let taken = self.cdp("Page.captureScreenshot", &json!({ "captureBeyondViewport": true, "clip": clip }))?;
        picture(taken.get("data").unwrap_or(&Value::Null))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Else the browser would outlive its driver.
        drop(self.client.delete(&self.root));
    }
}

fn down(key: char) -> Value {
    json!({ "type": "keyDown", "value": key })
}

fn up(key: char) -> Value {
    json!({ "type": "keyUp", "value": key })
}

fn picture(base64: &Value) -> TestResult<Vec<u8>> {
    STANDARD.decode(base64.as_str().unwrap_or_default()).map_err(|e| format!("the picture is damaged: {e}").into())
}
