//! `cargo xtask test`: every check in order, stopping at the first that fails.

use std::{
    process::{Command, ExitCode},
    time::Instant,
};

use anyhow::{Result, bail, ensure};

use crate::{
    command_line::Flags,
    fault, paths,
    process::run_capturing,
    progress::Stages,
    say::say,
    setup::{self, Needs, Ready, is_ci},
    site,
    test_summary::Summary,
};

const FORMATTING: &[&str] = &["fmt", "--all", "--check"];
const LINTS_NATIVE: &[&str] = &["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"];
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
const DOCUMENTATION: &[&str] = &["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"];
const TESTS: &[&str] = &["test", "--workspace", "--exclude", "browsers", "--exclude", "xtask"];
/// In a folder of its own: this program is at work, and Windows lets nobody write over a program at work.
const OWN_TESTS: &[&str] = &["test", "--package", "xtask", "--target-dir", "target/xtask-tests"];
const BROWSERS: &[&str] = &["test", "--package", "browsers"];
const OUTPUTS: &[&str] = &["test", "--package", "csto-explainer", "--test", "outputs"];

/// Stages besides set-up: formatting, two of lints, documentation, and twice compiling tests and running them.
const FAST_STAGES: usize = 8;
/// Those of a whole run besides: compiling the browser tests, the site, its files, the browsers.
const SITE_STAGES: usize = site::STAGES + 3;

/// Runs the steps, without the release build and what needs it if `is_fast`; a fault is reported before the count, with which it ends.
pub(crate) fn run(is_fast: bool, flags: Flags) -> ExitCode {
    let mut summary = Summary::default();
    let result = steps(is_fast, flags, &mut summary);
    if let Err(error) = &result {
        fault::print(error);
    }
    say!("{}", summary.line());
    if result.is_ok() && summary.failed == 0 && summary.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn steps(is_fast: bool, flags: Flags, summary: &mut Summary) -> Result<()> {
    let needs = Needs::test(is_fast);
    let total = needs.stages() + FAST_STAGES + if is_fast { 0 } else { SITE_STAGES };
    let mut stages = Stages::new(total, flags.is_verbose);
    let ready = setup::ready(needs, flags, &mut stages)?;
    for engine in &ready.browsers.skipped {
        say!("{engine}");
    }
    if !ready.browsers.skipped.is_empty() && is_ci() {
        bail!("With CI=true no engine may be left out; install what the lines above name.");
    }

    check("formatting", "a second", FORMATTING, &ready, &mut stages)?;
    check("lints, native", "about a minute", LINTS_NATIVE, &ready, &mut stages)?;
    check("lints, WebAssembly", "some seconds", LINTS_WASM, &ready, &mut stages)?;
    check("documentation", "half a minute", DOCUMENTATION, &ready, &mut stages)?;
    // Apart from running them, so that the results are not lost among the names of what is compiled.
    check("the tests, compiled", "about 3 minutes", &[TESTS, &["--no-run"]].concat(), &ready, &mut stages)?;
    step("unit and integration tests", ready.rust.cargo().args(TESTS), &mut stages, summary)?;
    check("the tests of the commands, compiled", "some seconds", &[OWN_TESTS, &["--no-run"]].concat(), &ready, &mut stages)?;
    step("tests of the commands", ready.rust.cargo().args(OWN_TESTS), &mut stages, summary)?;
    if is_fast {
        say!("The built site and the browsers are left out (--fast).");
        return Ok(());
    }
    check("the browser tests, compiled", "about a minute", &[BROWSERS, &["--no-run"]].concat(), &ready, &mut stages)?;
    site::build(None, &ready, &mut stages)?;
    let dist = paths::root().join("dist");
    step("built files", ready.rust.cargo().args(OUTPUTS).env("DIST", &dist), &mut stages, summary)?;
    step("browsers", browser_tests(&ready).env("DIST", &dist), &mut stages, summary)
}

/// The browser tests with the programs they need, under a screen of their own where there is none.
fn browser_tests(ready: &Ready) -> Command {
    let mut command = ready.browsers.cargo(&ready.rust);
    command.args(BROWSERS);
    command
}

/// A stage that says nothing where all is well.
fn check(name: &str, expected: &str, words: &[&str], ready: &Ready, stages: &mut Stages) -> Result<()> {
    let mut stage = stages.begin(name, expected);
    stage.run(ready.rust.cargo().args(words).env("RUSTDOCFLAGS", "--deny warnings"), || failed(name))?;
    stage.end();
    Ok(())
}

/// A stage of tests, whose results are shown and counted.
fn step(name: &str, command: &mut Command, stages: &mut Stages, summary: &mut Summary) -> Result<()> {
    let start = Instant::now();
    stages.skip(name, "their results follow");
    let (success, output) = run_capturing(command)?;
    summary.add(&output);
    say!("   {name}: {} s", start.elapsed().as_secs());
    ensure!(success, failed(name));
    Ok(())
}

fn failed(step: &str) -> String {
    format!("The step “{step}” failed; its output above says why.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_is_named_and_counted() {
        let (mut summary, mut stages) = (Summary::default(), Stages::new(1, false));
        let mut command = Command::new("cargo");
        let error = step("nothing", command.arg("no-such-subcommand").stderr(std::process::Stdio::null()), &mut stages, &mut summary);
        assert_eq!(error.unwrap_err().to_string(), "The step “nothing” failed; its output above says why.");
        assert_eq!(summary, Summary::default());
    }
}
