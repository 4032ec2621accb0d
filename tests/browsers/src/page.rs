//! An opened page, and what a reader can do with it and see on it.

use std::{
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    expect::{Outcome, holds},
    keys,
    server::Server,
    session::Session,
    site::Site,
};

/// How long something may take that a reader waits for; three browsers share the machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a figure may still come alive after the page has warned of something.
const AFTER_A_WARNING: Duration = Duration::from_secs(3);

/// More than any page has stops for Tab.
const MOST_TABS: usize = 400;

/// In pixels; Chromium leaves blank what goes beyond 16,384, and nobody likes to look at that much.
const TALLEST: f64 = 6000.0;

/// How the page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    Window,
    Frame,
}

/// A page of the site with the server that it came from.
#[derive(Debug)]
pub struct Page<'a> {
    session: &'a Session,
    server: Server,
    view: View,
}

impl<'a> Page<'a> {
    pub(crate) fn new(session: &'a Session, server: Server, view: View) -> Self {
        Self { session, server, view }
    }

    /// Opens another path, relative to the site's root.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub fn go_to(&self, path: &str) -> Outcome {
        match self.view {
            // chromedriver has been seen to wait for a page that had long come in place of another that asked for it: whether
            // it is there, the page itself says below.
            View::Window => match self.session.open(&self.server.url(path)) {
                Err(fault) if fault.starts_with("timeout") => {}
                opened => opened?,
            },
            View::Frame => {
                self.session.open(&self.server.framed(path))?;
                self.session.enter(Some(0))?;
            }
        }
        // geckodriver has been seen to return while Firefox still showed the page before, or none.
        let there = format!("location.href === new URL({}).href && document.readyState === 'complete'", json!(self.server.url(path)));
        self.until(&format!("the page at {path:?}"), &there)
    }

    /// Shows another path in a frame of a page on another host, as far as the site lets it.
    pub(crate) fn frame_elsewhere(&self, path: &str) -> Outcome {
        self.session.open(&self.server.framed_elsewhere(path))?;
        self.session.enter(Some(0))
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn reload(&self) -> Outcome {
        self.run("window.__old = true")?;
        self.session.go("refresh")?;
        self.until("the page anew", "!window.__old && document.readyState === 'complete'")
    }

    /// From now on the host has the files as `site` says.
    pub fn turn_into(&self, site: Site) {
        self.server.turn_into(site);
    }

    /// The host is gone: nobody listens at its address.
    pub fn cut_off(&self) {
        self.server.stop();
    }

    /// Opens another path of the site in a tab of its own, and turns to it.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn open_tab(&self, path: &str) -> Outcome {
        self.session.open_tab()?;
        self.go_to(path)
    }

    /// Turns to a tab: 0 is the first.
    ///
    /// # Errors
    /// When there is none.
    pub fn turn_to_tab(&self, tab: usize) -> Outcome {
        self.session.turn_to_tab(tab)
    }

    /// Goes back.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn back(&self) -> Outcome {
        self.session.go("back")
    }

    /// Goes forward.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn forward(&self) -> Outcome {
        self.session.go("forward")
    }

    /// Gives the view this width, in CSS pixels; only for a page that was visited at a width.
    ///
    /// # Errors
    /// When the browser does not follow.
    pub fn widen(&self, width: u32) -> Outcome {
        self.leave()?;
        self.session.run("document.querySelector('iframe').style.inlineSize = arguments[0] + 'px'", &[json!(width)])?;
        // Counted outside, for a page without script has no frames to count.
        self.frames()?;
        self.enter(0)?;
        self.until(&format!("a view of {width} px"), &format!("innerWidth === {width}"))
    }

    /// Turns to the page in the frame at index `frame`.
    ///
    /// # Errors
    /// When there is none.
    pub fn enter(&self, frame: usize) -> Outcome {
        self.session.enter(Some(frame))
    }

    /// Turns back from a frame to the page around it.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn leave(&self) -> Outcome {
        self.session.enter(None)
    }

    /// Makes the window so large, in CSS pixels. Below 500 only Chromium follows.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn resize(&self, width: u32, height: u32) -> Outcome {
        self.session.resize(width, height)?;
        self.frames()
    }

    /// Waits until two frames have been drawn: then whatever was asked of the first is on screen.
    ///
    /// # Errors
    /// When the browser draws none.
    pub fn frames(&self) -> Outcome {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        let begun = Instant::now();
        loop {
            match self.session.run_until_called(script, &[]) {
                // A page that takes a new version in loads itself again, which ends what the page before was asked.
                Err(fault) if fault.contains("unload") && begun.elapsed() < PATIENCE => {}
                drawn => return drawn.map(drop),
            }
        }
    }

    /// What `script`, the body of a function, returns.
    ///
    /// # Errors
    /// What it throws.
    pub fn run(&self, script: &str) -> Outcome<Value> {
        self.session.run(script, &[])
    }

    /// What the promise that `expression` makes resolves to.
    ///
    /// # Errors
    /// What it rejects with.
    pub fn resolved(&self, expression: &str) -> Outcome<Value> {
        let script = format!("const done = arguments[0]; ({expression}).then((value) => done([value]), (fault) => done(String(fault)))");
        match self.session.run_until_called(&script, &[])? {
            Value::Array(mut values) => Ok(values.pop().unwrap_or_default()),
            fault => Err(format!("{expression}: {fault}")),
        }
    }

    /// Whether `expression` is true.
    ///
    /// # Errors
    /// What it throws.
    pub fn is(&self, expression: &str) -> Outcome<bool> {
        Ok(self.run(&format!("return !!({expression})"))?.as_bool().unwrap_or_default())
    }

    /// The number that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub fn number(&self, expression: &str) -> Outcome<f64> {
        self.run(&format!("return {expression}"))?.as_f64().ok_or(format!("{expression} is no number"))
    }

    /// The text that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub fn text(&self, expression: &str) -> Outcome<String> {
        let value = self.run(&format!("return {expression}"))?;
        Ok(value.as_str().ok_or(format!("{expression} is no text but {value}"))?.to_owned())
    }

    /// The texts in the array that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub fn texts(&self, expression: &str) -> Outcome<Vec<String>> {
        let value = self.run(&format!("return Array.from({expression}, String)"))?;
        Ok(value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect())
    }

    /// The words in the first element that matches `selector`.
    ///
    /// # Errors
    /// When there is none.
    pub fn words_in(&self, selector: &str) -> Outcome<String> {
        self.text(&format!("document.querySelector({}).textContent.trim()", json!(selector)))
    }

    /// Whether `selector` matches something that is drawn.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn shows(&self, selector: &str) -> Outcome<bool> {
        let drawn = "[...document.querySelectorAll(SELECTOR)].some((e) => { const box = e.getBoundingClientRect(); \
                     return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === 'visible' })";
        self.is(&drawn.replace("SELECTOR", &json!(selector).to_string()))
    }

    /// Waits until `expression` is true.
    ///
    /// # Errors
    /// `what` did not come in time.
    pub fn until(&self, what: &str, expression: &str) -> Outcome {
        self.until_within(PATIENCE, what, expression)
    }

    fn until_within(&self, patience: Duration, what: &str, expression: &str) -> Outcome {
        let begun = Instant::now();
        while begun.elapsed() < patience {
            if self.is(expression)? {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(format!("{what} did not come within {} s: {expression}", patience.as_secs()))
    }

    /// Clicks what `selector` finds, as a pointer does.
    ///
    /// # Errors
    /// When it is not there or something else lies over it.
    pub fn click(&self, selector: &str) -> Outcome {
        self.session.click(selector).map_err(|e| format!("{selector} cannot be clicked: {e}"))
    }

    /// Presses each key in turn.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn press(&self, keys: &[char]) -> Outcome {
        self.session.press(keys)
    }

    /// Presses the keys together.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn chord(&self, keys: &[char]) -> Outcome {
        self.session.chord(keys)
    }

    /// Types `text`.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn write(&self, text: &str) -> Outcome {
        self.session.press(&text.chars().collect::<Vec<_>>())
    }

    /// Presses Tab until the focus is on what `selector` matches.
    ///
    /// # Errors
    /// When Tab never comes there.
    pub fn tab_to(&self, selector: &str) -> Outcome {
        let there = format!("document.activeElement && document.activeElement.matches({})", json!(selector));
        for _ in 0..MOST_TABS {
            self.press(&[keys::TAB])?;
            if self.is(&there)? {
                return Ok(());
            }
        }
        Err(format!("Tab does not reach {selector}"))
    }

    /// The ids of the page's figures.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn figures(&self) -> Outcome<Vec<String>> {
        self.texts("[...document.querySelectorAll('figure[data-figure]')].map((f) => f.dataset.figure)")
    }

    /// Scrolls to the figure and waits until it lives.
    ///
    /// # Errors
    /// When it doesn't come alive.
    pub fn wake(&self, figure: &str) -> Outcome {
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
    pub fn lives(&self, figure: &str) -> Outcome<bool> {
        self.is(&format!("performance.getEntriesByName('figure:{figure}').length"))
    }

    /// Scrolls to what `selector` finds.
    ///
    /// # Errors
    /// When there is none.
    pub fn scroll_to(&self, selector: &str) -> Outcome {
        self.run(&format!("document.querySelector({}).scrollIntoView({{ behavior: 'instant' }})", json!(selector))).map(drop)
    }

    /// The query of the address, with its `?`.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn query(&self) -> Outcome<String> {
        self.text("location.search")
    }

    /// The paths that were asked of the site.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// What went wrong in the page: errors, refusals by its policy, files that did not load.
    ///
    /// # Errors
    /// When the page carries no probe.
    pub fn faults(&self) -> Outcome<Vec<String>> {
        self.texts("window.__probe.faults")
    }

    /// Holds when nothing went wrong in the page, as far as script can tell.
    ///
    /// # Errors
    /// What went wrong.
    pub fn is_sound(&self) -> Outcome {
        let faults = self.faults()?;
        holds(faults.is_empty(), format!("the page reports {faults:?}"))
    }

    /// Holds when the page is sound, no console shows an error, and no other host was asked for anything.
    ///
    /// # Errors
    /// What is not so.
    pub fn is_quiet(&self) -> Outcome {
        self.is_sound()?;
        self.console_is_quiet()?;
        let own = format!("http://{}/", self.server.host());
        let asked = self.texts("window.__probe.resources")?;
        let others: Vec<_> =
            asked.iter().filter(|url| !url.starts_with(&own) && !url.starts_with("data:") && !url.starts_with("blob:")).collect();
        holds(others.is_empty(), format!("other hosts are asked for {others:?}"))
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn cdp(&self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.session.cdp(command, parameters)
    }

    /// Holds when no console shows an error, in so far as the engine tells.
    ///
    /// # Errors
    /// What it shows.
    pub fn console_is_quiet(&self) -> Outcome {
        let console = self.session.console()?;
        holds(console.is_empty(), format!("the console shows {console:?}"))
    }

    /// Shows the page as for a reader with these wishes, such as `prefers-color-scheme` `dark`. Chromium only.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn emulate(&self, features: &[(&str, &str)]) -> Outcome {
        self.session.emulate(features)?;
        self.frames()
    }

    /// The whole page, also what is out of view, as PNGs from top to bottom. Chromium only.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn pictures(&self) -> Outcome<Vec<Vec<u8>>> {
        self.run("scrollTo({ top: 0, behavior: 'instant' })")?;
        self.frames()?;
        let (width, mut rest) = (self.number("innerWidth")?, self.number("document.documentElement.scrollHeight")?);
        let (mut top, mut pictures) = (0.0, Vec::new());
        while rest > 0.0 {
            let height = rest.min(TALLEST);
            pictures.push(self.session.part(top, width, height)?);
            (top, rest) = (top + height, rest - height);
        }
        Ok(pictures)
    }
}
