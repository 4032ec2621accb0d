//! `cargo xtask bench`: builds, bundles the peers, and measures all in browsers.

use std::{
    ffi::OsString,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::{
    command_line::Flags,
    paths,
    process::{find, run as run_shown},
    progress::Stages,
    setup::{self, Needs},
    site,
};

/// Measures; `words` go to the `bench` program as they are.
///
/// # Errors
/// One sentence when npm or a browser is missing, or a step fails.
pub(crate) fn run(words: &[OsString], flags: Flags) -> Result<ExitCode> {
    let npm = find("npm").context("There is no npm, with which the peers are installed and bundled; install Node.js.")?;
    let needs = Needs { browsers: true, ..Needs::BUILD };
    let mut stages = Stages::new(needs.stages() + site::STAGES + 1, flags.is_verbose);
    let ready = setup::ready(needs, flags, &mut stages)?;
    site::build(None, &ready, &mut stages)?;
    let mut stage = stages.begin("the peers, at the versions of bench/peers/package-lock.json, and their bundles", "about a minute");
    for step in [&["ci", "--prefer-offline", "--no-audit", "--no-fund", "--silent"][..], &["run", "--silent", "bundle"]] {
        let failed = || "npm failed, as the message above says; mend that and run `cargo xtask bench` again.".to_owned();
        stage.run(Command::new(&npm).args(step).current_dir(paths::root().join("bench/peers")), failed)?;
    }
    stage.end();
    let mut bench = ready.browsers.cargo(&ready.rust);
    bench.args(["run", "--quiet", "--package", "bench", "--"]).args(words).env("DIST", "dist");
    Ok(if run_shown(&mut bench)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
