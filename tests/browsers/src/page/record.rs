//! What a page left on record: its address, its requests, its faults, its pictures.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::Page;
use crate::expect::{TestResult, ensure};

/// In pixels; Chromium leaves blank what goes beyond 16,384, and nobody likes to look at that much.
const TALLEST: f64 = 6000.0;

impl Page<'_> {
    /// The query of the address, with its `?`.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn query(&self) -> TestResult<String> {
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
    pub fn faults(&self) -> TestResult<Vec<String>> {
        // A page that has just been led to has an address before its first script has run.
        self.until("the page's probe", "window.__probe")?;
        self.texts("window.__probe.faults")
    }

    /// Holds when nothing went wrong in the page, as far as script can see.
    ///
    /// # Errors
    /// What went wrong.
    pub fn is_sound(&self) -> TestResult {
        let faults = self.faults()?;
        ensure(faults.is_empty(), format!("the page reports {faults:?}"))
    }

    /// Holds when the page is sound, no console shows an error, and no other host was asked for anything.
    ///
    /// # Errors
    /// What is not so.
    pub fn is_quiet(&self) -> TestResult {
        self.is_sound()?;
        self.console_is_quiet()?;
        let own = format!("http://{}/", self.server.host());
        let asked = self.texts("window.__probe.resources")?;
        let others: Vec<_> =
            asked.iter().filter(|url| !url.starts_with(&own) && !url.starts_with("data:") && !url.starts_with("blob:")).collect();
        ensure(others.is_empty(), format!("other hosts are asked for {others:?}"))
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn cdp(&self, command: &str, parameters: &Value) -> TestResult<Value> {
        self.session.cdp(command, parameters)
    }

    /// Holds when no console shows an error, in so far as the engine reports it.
    ///
    /// # Errors
    /// What it shows.
    pub fn console_is_quiet(&self) -> TestResult {
        let console = self.session.console()?;
        ensure(console.is_empty(), format!("the console shows {console:?}"))
    }

    /// Shows the page as for a reader with these wishes, such as `prefers-color-scheme` `dark`. Chromium only.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn emulate(&self, features: &[(&str, &str)]) -> TestResult {
        self.session.emulate(features)?;
        self.frames()
    }

    /// How much red, of 255, the top corner of the page has as it is painted: its paper, whatever darkens it. Chromium only.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn paper_as_painted(&self) -> TestResult<f64> {
        self.frames()?;
        let picture = STANDARD.encode(self.session.part(0.0, 8.0, 8.0)?);
        let look = format!(
            "new Promise((done) => {{ const image = new Image(); image.onload = () => {{ \
             const pen = document.createElement('canvas').getContext('2d'); pen.drawImage(image, 0, 0); \
             done(pen.getImageData(2, 2, 1, 1).data[0]) }}; image.src = 'data:image/png;base64,{picture}' }})"
        );
        self.resolved(&look)?.as_f64().ok_or_else(|| "the picture has no corner".into())
    }

    /// The whole page, also what is out of view, as PNGs from top to bottom. Chromium only.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn pictures(&self) -> TestResult<Vec<Vec<u8>>> {
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
