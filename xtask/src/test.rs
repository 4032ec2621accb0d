//! `cargo xtask test`: every check in order, stopping at the first that fails.

use std::{
    env,
    process::{Command, ExitCode},
    time::Instant,
};

use crate::{
    count::Count,
    pins, place,
    process::{cargo, kept},
    site,
    tools::{browsers, servers},
};

/// What the command line asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Leave out the release build and what needs it.
    fast: bool,
}

impl Options {
    /// Reads `--fast`.
    ///
    /// # Errors
    /// One sentence about the word that is not understood.
    pub(crate) fn parse(words: &[&str]) -> Result<Self, String> {
        match words {
            [] => Ok(Self { fast: false }),
            ["--fast"] => Ok(Self { fast: true }),
            [other, ..] => Err(format!("`test` knows no `{other}`; `cargo xtask test --help` lists what it knows.")),
        }
    }
}

const FORMATTING: &[&str] = &["fmt", "--all", "--check"];
const LINTS_NATIVE: &[&str] =
    &["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"];
const LINTS_WASM: &[&str] = &[
    "clippy",
    "--quiet",
    "--package",
    "csto-explainer",
    "--no-default-features",
    "--features",
    "csr",
    "--target",
    "wasm32-unknown-unknown",
    "--",
    "--deny",
    "warnings",
];
/// Without the browser tests, which need the built site.
const TESTS: &[&str] = &["test", "--workspace", "--exclude", "browsers"];
const OUTPUTS: &[&str] = &["test", "--package", "csto-explainer", "--test", "outputs"];

/// Runs the steps; a fault is told before the count, with which it ends.
pub(crate) fn run(options: &Options) -> ExitCode {
    let mut count = Count::default();
    let result = steps(options, &mut count);
    if let Err(sentence) = &result {
        eprintln!("{sentence}");
    }
    println!("{}", count.line());
    if result.is_ok() && count.failed == 0 && count.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn steps(options: &Options, count: &mut Count) -> Result<(), String> {
    step("formatting", cargo().args(FORMATTING), count)?;
    step("lints, native", cargo().args(LINTS_NATIVE), count)?;
    step("lints, WebAssembly", cargo().args(LINTS_WASM), count)?;
    if is_ci() {
        servers::ready()?;
    }
    step("unit and integration tests", cargo().args(TESTS), count)?;
    if options.fast {
        println!("The built site and the browsers are left out (--fast).");
        return Ok(());
    }
    println!("== release build");
    site::run(&site::Options::default())?;
    let dist = place::root().join("dist");
    step("built files", cargo().args(OUTPUTS).env("DIST", &dist), count)?;
    step("browsers", browser_tests()?.env("DIST", &dist), count)
}

/// Whether nothing may be left out.
fn is_ci() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true")
}

/// The browser tests with the programs they need, under a screen of their own where there is none.
fn browser_tests() -> Result<Command, String> {
    let browsers = browsers::ready(&pins::read()?)?;
    for sentence in &browsers.skipped {
        println!("{sentence}");
    }
    if !browsers.skipped.is_empty() && is_ci() {
        return Err("With CI=true no engine may be left out; install what the lines above name.".into());
    }
    let mut command = browsers.cargo();
    command.args(["test", "--package", "browsers"]);
    Ok(command)
}

fn step(name: &str, command: &mut Command, count: &mut Count) -> Result<(), String> {
    println!("== {name}");
    let start = Instant::now();
    let (success, output) = kept(command)?;
    count.add(&output);
    println!("   {name}: {} s", start.elapsed().as_secs());
    if success { Ok(()) } else { Err(format!("The step “{name}” failed; its output above says why.")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fast_is_the_only_option() {
        assert_eq!(Options::parse(&[]), Ok(Options { fast: false }));
        assert_eq!(Options::parse(&["--fast"]), Ok(Options { fast: true }));
        assert!(Options::parse(&["--slow"]).unwrap_err().contains("`--slow`"));
    }

    #[test]
    fn a_step_that_fails_is_named_and_counted() {
        let mut count = Count::default();
        let error = step("nothing", cargo().arg("no-such-subcommand").stderr(std::process::Stdio::null()), &mut count).unwrap_err();
        assert_eq!(error, "The step “nothing” failed; its output above says why.");
        assert_eq!(count, Count::default());
    }
}
