//! One visit to a page by a new browser, on a slow line and a slow machine.

use std::{collections::BTreeMap, net::SocketAddr};

use anyhow::{Context, Result, ensure};
use browsers::{Browser, Engine, Session, keys};
use serde_json::{Value, json};

use crate::{
    server,
    subject::{FIGURE, Subject},
};

/// What a visit found, by measure: most have one value, `input` has one for each key.
pub(crate) type Sample = BTreeMap<String, Vec<f64>>;

/// Bytes a second of a line of 1.6 Mbit/s, and what a request waits for it, in milliseconds.
const LINE: (u32, u32) = (200_000, 150);
/// How many times slower the machine is made.
const SLOWER: u32 = 4;
/// Keys pressed on the control of the figure.
const KEYS: usize = 20;

const OBSERVE: &str = include_str!("observe.js");

/// Visits `subject` on the server at `host`.
///
/// # Errors
/// When the browser fails, the figure or the cover does not become interactive, or its control does not move.
pub(crate) fn visit(subject: &Subject, host: SocketAddr) -> Result<Sample> {
    // A new one each time: caches of files and of compiled code would favour the next visit.
    let browser = Browser::start(Engine::Chromium, false)?;
    let session = browser.session();
    session.resize(1280, 800)?;
    // The measured page then finds a renderer that runs, and is slow already.
    session.open(&format!("http://{host}/{}", server::BLANK))?;
    let figure = if subject.input.is_some() { FIGURE } else { "" };
    let observe = OBSERVE.replace("FIGURE", figure).replace("COVER", subject.cover.unwrap_or_default());
    session.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": observe }))?;
    session.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    session.cdp("Network.enable", &json!({}))?;
    let line = json!({ "offline": false, "latency": LINE.1, "downloadThroughput": LINE.0, "uploadThroughput": LINE.0 });
    session.cdp("Network.emulateNetworkConditions", &line)?;
    session.open(&format!("http://{host}/{}", subject.path))?;
    session.run_until_called("const done = arguments[0]; __bench.settled.then(() => done())", &[])?;
    if let Some(control) = subject.input {
        press_keys(session, control)?;
    }
    let found = session.run("return __bench.read()", &[])?;
    let mut sample: Sample = serde_json::from_value(found).with_context(|| format!("{}: what was seen is no sample", subject.name))?;
    sample.insert("memory".into(), vec![memory(session)?]);
    Ok(sample)
}

fn press_keys(session: &Session, control: &str) -> Result<()> {
    let value = || session.run("return document.querySelector(arguments[0]).value", &[json!(control)]);
    session.run("document.querySelector(arguments[0]).focus()", &[json!(control)])?;
    let before = value()?;
    for _ in 0..KEYS {
        session.press(&[keys::RIGHT])?;
        // The next key meets a page at rest, as a reader's would. Behind a frame it would wait for the next tick of the screen,
        // longer the sooner that frame was done.
        session.run_until_called("setTimeout(arguments[0], 50)", &[])?;
    }
    ensure!(before != value()?, "{control} does not move by keys");
    Ok(())
}

/// Bytes that script and WebAssembly hold after rubbish has been collected.
fn memory(session: &Session) -> Result<f64> {
    session.cdp("HeapProfiler.collectGarbage", &json!({}))?;
    let usage = session.cdp("Runtime.getHeapUsage", &json!({}))?;
    let of = |key: &str| usage.get(key).and_then(Value::as_f64).unwrap_or(0.0);
    Ok(of("usedSize") + of("backingStorageSize"))
}
