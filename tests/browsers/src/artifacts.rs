//! What a failing case leaves behind, in `tests/browsers/artifacts/`.

use std::{
    fs::{self, File},
    path::PathBuf,
};

use crate::{engine::Engine, error::TestError, expect::TestResult, session::Session};

/// The folder.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("artifacts")
}

/// Removes what the last run left.
pub(crate) fn clear() {
    drop(fs::remove_dir_all(folder()));
}

/// The file for what an engine's drivers say, one after the other.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn driver_log(engine: Engine) -> TestResult<File> {
    let file = folder().join(format!("{}.log", engine.name()));
    let made = fs::create_dir_all(folder()).and_then(|()| File::options().create(true).append(true).open(&file));
    made.map_err(|e| format!("{} cannot be written: {e}", file.display()).into())
}

/// Keeps the address, the probe's record and a screenshot of what is shown, under the case's name; returns the file
/// with the words.
pub(crate) fn keep(session: &Session, case: &str, error: &TestError) -> PathBuf {
    let name = format!("{}-{}", session.engine().name(), case.replace("::", "-"));
    let words = folder().join(name.clone() + ".txt");
    let address = session.url().unwrap_or_else(|e| e.to_string());
    let probe = session.run("return window.__probe || null", &[]).unwrap_or_else(|e| e.to_string().into());
    let console = session.console().unwrap_or_default().join("\n");
    let text = format!("{error}\n\naddress: {address}\n\nprobe: {probe:#}\n\nconsole:\n{console}\n");
    let picture = session.screenshot().unwrap_or_default();
    // A folder that cannot be written must not hide the error itself.
    drop(fs::create_dir_all(folder()));
    drop(fs::write(&words, text));
    drop(fs::write(folder().join(name + ".png"), picture));
    words
}
