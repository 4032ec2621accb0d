//! The tools that cargo installs: Trunk, wasm-bindgen and geckodriver.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use crate::{
    pins::Pins,
    place,
    process::{cargo, find, find_in, output, path_with, shown},
};

/// A program in a package, and the fastest way found to compile it.
pub(crate) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Arguments of `cargo install`. A tool runs for a second at a time: compiling it costs more than optimising it gains.
    arguments: &'static [&'static str],
    variables: &'static [(&'static str, &'static str)],
    /// How long that takes on two cores.
    time: &'static str,
}

/// Trunk. Without its update check; 184 s unoptimised, against 370 s with debug information and 511 s at optimisation level 1.
pub(crate) fn trunk(pins: &Pins) -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: pins.trunk.clone(),
        arguments: &["--locked", "--debug", "--no-default-features", "--features", "rustls"],
        variables: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
        time: "about 3 minutes on two cores",
    }
}

/// wasm-bindgen. Not `--locked`: the lock it is published with may name a version that is no longer offered.
/// At optimisation level 1, since it goes through the whole WebAssembly at each build.
pub(crate) fn wasm_bindgen(pins: &Pins) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: pins.wasm_bindgen.clone(),
        arguments: &["--bin", "wasm-bindgen"],
        variables: &[("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"), ("CARGO_PROFILE_RELEASE_DEBUG", "0")],
        time: "about 2 minutes on two cores",
    }
}

/// geckodriver, which Debian does not package.
pub(crate) fn geckodriver(pins: &Pins) -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: pins.geckodriver.clone(),
        arguments: &["--locked", "--debug"],
        variables: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
        time: "about 1 minute on two cores",
    }
}

impl CargoTool {
    /// The program at the pinned version: on the path, in the cache, or installed there now.
    ///
    /// # Errors
    /// One sentence when it cannot be installed.
    pub(crate) fn ready(&self) -> Result<PathBuf, String> {
        let folder = place::tool(self.package, &self.version)?;
        let cached = || find_in(folder.join("bin").as_os_str(), self.program);
        if let Some(found) = [find(self.program), cached()].into_iter().flatten().find(|program| self.has_version(program)) {
            return Ok(found);
        }
        let start = Instant::now();
        if find("cargo-binstall").is_some()
            && self.binstall(&folder)?
            && let Some(program) = cached().filter(|program| self.has_version(program))
        {
            return Ok(program);
        }
        println!("Set-up: {} {} is compiled once and kept in {}; {}.", self.package, self.version, folder.display(), self.time);
        let mut install = cargo();
        // On the path while it is installed, else cargo would advise the reader to put it there.
        install.env("PATH", path_with([folder.join("bin").as_path()].into_iter())?);
        install.args(["install", self.package, "--version", &self.version, "--root"]).arg(&folder).args(self.arguments);
        let done = shown(install.envs(self.variables.iter().copied()))?;
        match cached().filter(|program| done && self.has_version(program)) {
            Some(program) => {
                println!("Set-up: {} {} is ready after {} s.", self.package, self.version, start.elapsed().as_secs());
                Ok(program)
            }
            None => Err(format!(
                "{0} {1} could not be installed, as cargo's message above says; check the network and run the command again, \
                 or put {2} {1} on the path.",
                self.package, self.version, self.program
            )),
        }
    }

    /// Asks cargo-binstall for a ready-made program; false when there is none for this system.
    fn binstall(&self, folder: &Path) -> Result<bool, String> {
        println!("Set-up: {} {} is downloaded by cargo-binstall; some seconds.", self.package, self.version);
        let mut command = cargo();
        command.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(folder);
        shown(command.arg(format!("{}@{}", self.package, self.version)))
    }

    fn has_version(&self, program: &Path) -> bool {
        output(program, &["--version"]).is_some_and(|text| version_in(&text) == Some(&self.version))
    }
}

/// The version in a line such as `geckodriver 0.37.1 (a1b2c3 2025-01-01)`.
fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_each_tool_prints() {
        assert_eq!(version_in("trunk 0.22.1\n"), Some("0.22.1"));
        assert_eq!(version_in("geckodriver 0.37.1 (a1b2c3d4e5f6 2025-01-01 10:00 +0000)\n\nThe source"), Some("0.37.1"));
        assert_eq!(version_in("no version here"), None);
    }

    #[test]
    fn a_missing_program_has_no_version() {
        let pins = crate::pins::read().unwrap();
        assert!(!trunk(&pins).has_version(Path::new("no-such-program")));
    }
}
