//! An opened page: where it is, how large it is shown, and in which tab or frame.

mod act;
mod ask;
mod figure;
mod record;

use std::time::{Duration, Instant};

use serde_json::json;

use crate::{error::Cause, expect::TestResult, server::Server, server_config::ServerConfig, session::Session};

/// How long something may take that a reader waits for: much longer than it does, because three browsers share the machine,
/// each file may come late (`LATE`), and only a case that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

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
    pub fn go_to(&self, path: &str) -> TestResult {
        match self.view {
            // chromedriver has been seen to wait for a page that had long come in place of another that asked for it: whether
            // it is there, the page itself says below.
            View::Window => match self.session.open(&self.server.url(path)) {
                Err(error) if error.cause() == Cause::LoadTimeout => {}
                opened => opened?,
            },
            View::Frame => {
                self.session.open(&self.server.framed(path))?;
                self.session.enter(Some(0))?;
            }
        }
        // geckodriver has been seen to return while Firefox still showed the page before, or none. A page may mend its own address
        // where that has `&amp;`, or keys with capital letters; an empty fragment goes with it.
        let there = format!(
            "(([here, there]) => here === there)([location.href, new URL({}).href].map((href) => \
             href.toLowerCase().replace(/&(?:amp;)+/g, '&').replace(/#$/, ''))) && document.readyState === 'complete'",
            json!(self.server.url(path))
        );
        self.until(&format!("the page at {path:?}"), &there)
    }

    /// Shows another path in a frame of a page on another host, as far as the site lets it.
    pub(crate) fn frame_elsewhere(&self, path: &str) -> TestResult {
        self.session.open(&self.server.framed_elsewhere(path))?;
        self.session.enter(Some(0))
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn reload(&self) -> TestResult {
        self.run("window.__old = true")?;
        self.session.go("refresh")?;
        self.until("the page anew", "!window.__old && document.readyState === 'complete'")
    }

    /// From now on the host has the files as `site` says.
    pub fn redeploy(&self, site: ServerConfig) {
        self.server.redeploy(site);
    }

    /// The host is gone: nobody listens at its address.
    pub fn go_offline(&self) {
        self.server.stop();
    }

    /// Opens another path of the site in a tab of its own, and turns to it.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn open_tab(&self, path: &str) -> TestResult {
        self.session.open_tab()?;
        self.go_to(path)
    }

    /// Turns to a tab: 0 is the first.
    ///
    /// # Errors
    /// When there is none.
    pub fn turn_to_tab(&self, tab: usize) -> TestResult {
        self.session.turn_to_tab(tab)
    }

    /// Goes back.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn back(&self) -> TestResult {
        self.session.go("back")
    }

    /// Goes forward.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn forward(&self) -> TestResult {
        self.session.go("forward")
    }

    /// Gives the view this width, in CSS pixels; only for a page that was visited at a width.
    ///
    /// # Errors
    /// When the browser does not follow.
    pub fn widen(&self, width: u32) -> TestResult {
        self.leave()?;
        self.session.run("document.querySelector('iframe').style.inlineSize = arguments[0] + 'px'", &[json!(width)])?;
        // Counted outside, for a page without script has no frames to count.
        self.frames()?;
        self.enter(0)?;
        self.until(&format!("a view of {width} px"), &format!("innerWidth === {width}"))
    }

    /// Gives the view this width and height, in CSS pixels; only for a page that was visited at a width.
    ///
    /// # Errors
    /// When the browser does not follow.
    pub fn reshape(&self, width: u32, height: u32) -> TestResult {
        self.leave()?;
        let script = "const { style } = document.querySelector('iframe'); \
                      [style.inlineSize, style.blockSize] = [...arguments].map((pixels) => pixels + 'px')";
        self.session.run(script, &[json!(width), json!(height)])?;
        self.frames()?;
        self.enter(0)?;
        self.until(&format!("a view of {width} by {height} px"), &format!("innerWidth === {width} && innerHeight === {height}"))?;
        self.frames()
    }

    /// Turns to the page in the frame at index `frame`, once it has loaded.
    ///
    /// # Errors
    /// When there is none, or none comes.
    pub fn enter(&self, frame: usize) -> TestResult {
        self.enter_by(&format!("frame {frame}"), || self.session.enter(Some(frame)))
    }

    /// Turns to the page in the frame that `expression` finds, be it in a shadow tree, once it has loaded.
    ///
    /// # Errors
    /// When there is none, or none comes.
    pub fn enter_found(&self, expression: &str) -> TestResult {
        self.enter_by(expression, || self.session.enter_found(expression))
    }

    fn enter_by(&self, what: &str, turn: impl Fn() -> TestResult) -> TestResult {
        // Until its page comes, a frame has an empty one, which is complete. As the page comes, Chromium's driver may turn back
        // to the page around by itself.
        const THERE: &str = "window !== top && location.href !== 'about:blank' && document.readyState === 'complete'";
        ask::until_it_is_so(PATIENCE, &format!("the page in {what}"), || {
            self.leave()?;
            turn()?;
            self.is(THERE)
        })
    }

    /// Turns back from a frame to the page around it.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn leave(&self) -> TestResult {
        self.session.enter(None)
    }

    /// Makes the window so large, in CSS pixels. Below 500 only Chromium follows.
    ///
    /// # Errors
    /// What the driver reports.
    pub fn resize(&self, width: u32, height: u32) -> TestResult {
        self.session.resize(width, height)?;
        self.frames()
    }

    /// Waits until two frames have been drawn: then whatever was asked of the first is on screen.
    ///
    /// # Errors
    /// When the browser draws none.
    pub fn frames(&self) -> TestResult {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        let begun = Instant::now();
        loop {
            match self.session.run_until_called(script, &[]) {
                Err(error) if error.cause() == Cause::PageUnloaded && begun.elapsed() < PATIENCE => {}
                drawn => return drawn.map(drop),
            }
        }
    }
}
