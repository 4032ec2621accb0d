//! `cargo xtask bench`: builds, bundles the peers, and measures all in browsers.

use std::process::{Command, ExitCode};

use crate::{
    pins, place,
    process::{find, shown},
    site,
    tools::browsers,
};

/// Measures; `words` go to the `bench` program as they are.
///
/// # Errors
/// One sentence when npm or a browser is missing, or a step fails.
pub(crate) fn run(words: &[&str]) -> Result<ExitCode, String> {
    let npm = find("npm").ok_or("There is no npm, with which the peers are installed and bundled; install Node.js.")?;
    let browsers = browsers::ready(&pins::read()?)?;
    site::run(&site::Options::default())?;
    println!("Set-up: the peers at the versions of bench/peers/package-lock.json, and their bundles.");
    for step in [&["ci", "--prefer-offline", "--no-audit", "--no-fund", "--silent"][..], &["run", "--silent", "bundle"]] {
        if !shown(Command::new(&npm).args(step).current_dir(place::root().join("bench/peers")))? {
            return Err("npm failed, as the message above says; mend that and run `cargo xtask bench` again.".into());
        }
    }
    let mut bench = browsers.cargo();
    bench.args(["run", "--quiet", "--package", "bench", "--"]).args(words).env("DIST", "dist");
    Ok(if shown(&mut bench)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
