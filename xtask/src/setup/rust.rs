//! The Rust under which everything but this program runs.
//!
//! This program compiles with any recent Rust. The rest is built and tested with one version, pinned in Cargo.toml, so that
//! lints, formatting and the size of the WebAssembly are alike on all machines. rustup is asked for it by name, because a
//! `rust-toolchain.toml` would stop every cargo command where that version is not installed.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    paths,
    process::{find, find_in, output, path_with},
    progress::Stages,
    say::say,
    setup::is_ci,
    tool_versions::Versions,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// For what Rust is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// To serve while developing: the user's own will do if it is new enough.
    Serving,
    /// To build and test: the pinned version, so that results are alike everywhere.
    Pinned,
}

/// A Rust that has what is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rust {
    /// Such as `1.99.1`.
    pub(crate) version: String,
    cargo: PathBuf,
    /// The folder of its programs and rustup's name for it, where it is not the one that is called without asking.
    chosen: Option<(PathBuf, String)>,
}

impl Rust {
    /// Its cargo, in the project's folder.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(&self.cargo);
        self.apply(&mut command);
        command.current_dir(paths::root());
        command
    }

    /// Lets `command` and what it starts run under this Rust; a path of programs that `command` has already is replaced.
    pub(crate) fn apply(&self, command: &mut Command) {
        command.env("CARGO", &self.cargo);
        if is_ci() {
            // What speeds up the second compilation takes gigabytes, and there is none.
            command.env("CARGO_INCREMENTAL", "0");
        }
        if let Some((_, name)) = &self.chosen {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        if let Ok(path) = path_with(self.programs()) {
            command.env("PATH", path);
        }
    }

    /// The folder of its programs, where it is not the one that is called without asking.
    pub(crate) fn programs(&self) -> impl Iterator<Item = &Path> {
        self.chosen.iter().map(|(folder, _)| folder.as_path())
    }
}

/// The Rust for `need`, if it is there.
///
/// # Errors
/// One sentence when there is none and rustup is not there to install it.
pub(crate) fn find_for(need: Need, versions: &Versions) -> Result<Option<Rust>> {
    let own = Own::find();
    if let Some(own) = &own
        && own.serves(need, versions)
    {
        return Ok(Some(own.rust()));
    }
    match find("rustup") {
        Some(rustup) => Ok(pinned(&rustup, versions)),
        None => match own {
            Some(own) => own.without_rustup(need, versions).map(Some),
            None => bail!("There is no `rustc` on the path; install Rust with rustup (https://rustup.rs)."),
        },
    }
}

/// What will be installed.
pub(crate) fn description(versions: &Versions) -> String {
    format!("Rust {} with clippy, rustfmt and {TARGET}, by rustup, beside your own: about half a minute", versions.rust)
}

/// Lets rustup install the pinned Rust.
///
/// # Errors
/// One sentence when it fails.
pub(crate) fn install(versions: &Versions, stages: &mut Stages) -> Result<Rust> {
    let rustup = find("rustup").context("There is no `rustup` on the path; install Rust with rustup (https://rustup.rs).")?;
    let version = &versions.rust;
    let failed = || {
        format!(
            "Rust {version} could not be installed, as rustup's message above says; mend that and run the command again, \
             or try `rustup toolchain install {version}`."
        )
    };
    let mut stage = stages.begin(&format!("Rust {version}, by rustup"), "about half a minute");
    let mut install = Command::new(&rustup);
    install.args(["toolchain", "install", version, "--profile", "minimal", "--no-self-update"]);
    install.args(["--component", "clippy", "--component", "rustfmt", "--target", TARGET]);
    // Asked for by name, so it is wanted, whatever a setting says about what is not.
    install.env_remove("RUSTUP_TOOLCHAIN");
    stage.run(&mut install, failed)?;
    stage.end();
    pinned(&rustup, versions).with_context(failed)
}

/// The pinned Rust, if rustup has the whole of it.
fn pinned(rustup: &Path, versions: &Versions) -> Option<Rust> {
    let mut which = Command::new(rustup);
    // Asking must not install.
    which.args(["which", "--toolchain", &versions.rust, "cargo"]).env("RUSTUP_AUTO_INSTALL", "0");
    let answer = which.output().ok().filter(|answer| answer.status.success())?;
    let cargo = PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim());
    let folder = cargo.parent()?;
    let is_whole = has_tools(folder) && has_target(folder.parent()?);
    is_whole.then(|| Rust {
        version: versions.rust.clone(),
        chosen: Some((folder.to_owned(), versions.rust.clone())),
        cargo: cargo.clone(),
    })
}

/// Whether the folder of programs has what the checks need besides the compiler.
fn has_tools(folder: &Path) -> bool {
    ["cargo", "rustc", "cargo-clippy", "clippy-driver", "cargo-fmt", "rustfmt"]
        .into_iter()
        .all(|program| find_in(folder.as_os_str(), program).is_some())
}

fn has_target(sysroot: &Path) -> bool {
    sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir()
}

/// The Rust that is called without asking for any.
struct Own {
    version: String,
    has_target: bool,
    has_tools: bool,
}

impl Own {
    fn find() -> Option<Self> {
        let rustc = find("rustc")?;
        let version = version_in(&output(&rustc, &["--version"])?)?.to_owned();
        let sysroot = PathBuf::from(output(&rustc, &["--print", "sysroot"])?.trim());
        Some(Self {
            version,
            has_target: has_target(&sysroot),
            // A Rust of the system's packages may have them beside rustc.
            has_tools: has_tools(&sysroot.join("bin")) || rustc.parent().is_some_and(has_tools),
        })
    }

    /// Whether it will do as it is, without asking rustup for anything.
    fn serves(&self, need: Need, versions: &Versions) -> bool {
        self.has_target
            && match need {
                Need::Serving => is_at_least(&self.version, &versions.rust_oldest),
                Need::Pinned => self.version == versions.rust && self.has_tools,
            }
    }

    /// It, where there is no rustup to give another.
    fn without_rustup(&self, need: Need, versions: &Versions) -> Result<Rust> {
        let (version, oldest) = (&self.version, &versions.rust_oldest);
        let rustup = "install Rust with rustup (https://rustup.rs)";
        ensure!(
            is_at_least(version, oldest),
            "This Rust is {version}, and {oldest} or newer is needed; {rustup}, or a newer one from your system's packages."
        );
        ensure!(
            self.has_target,
            "This Rust ({version}, without rustup) cannot compile to {TARGET}; install your system's package for that target \
             (Debian's is libstd-rust-dev-wasm32), or {rustup}."
        );
        ensure!(
            need == Need::Serving || self.has_tools,
            "This Rust ({version}, without rustup) has no clippy or rustfmt; install your system's packages of them, or {rustup}."
        );
        if need == Need::Pinned && *version != versions.rust {
            say!("There is no rustup, so Rust {version} is used in place of the pinned {}; lints may differ.", versions.rust);
        }
        Ok(self.rust())
    }

    fn rust(&self) -> Rust {
        let cargo = env::var_os("CARGO").map(PathBuf::from).or_else(|| find("cargo")).unwrap_or_else(|| "cargo".into());
        Rust { version: self.version.clone(), cargo, chosen: None }
    }
}

/// The version in what rustc prints, such as `rustc 1.99.1 (58cf8f9c3 2026-10-13)`; that of a nightly without its suffix.
fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace().nth(1)?.split('-').next()
}

/// Whether `version` is not older than `oldest`, both of numbers between points.
fn is_at_least(version: &str, oldest: &str) -> bool {
    let parts = |text: &str| text.split('.').map(|part| part.parse::<u32>().unwrap_or(0)).collect::<Vec<_>>();
    parts(version) >= parts(oldest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tool_versions;

    fn own(version: &str) -> Own {
        Own { version: version.into(), has_target: true, has_tools: true }
    }

    #[test]
    fn versions_are_compared_by_number() {
        assert!(is_at_least("1.100.0", "1.96.1") && is_at_least("1.96.1", "1.96.1") && !is_at_least("1.96.0", "1.96.1"));
        assert_eq!(version_in("rustc 1.99.1 (58cf8f9c3 2026-10-13)"), Some("1.99.1"));
        assert_eq!(version_in("rustc 1.101.0-nightly (x 2026-11-01)"), Some("1.101.0"));
    }

    #[test]
    fn the_own_rust_serves_where_it_is_new_enough_and_tests_only_where_it_is_the_pinned_one() {
        let versions = tool_versions::read().unwrap();
        let serves = |version: &str, need| own(version).serves(need, &versions);
        assert!(serves(&versions.rust_oldest, Need::Serving) && !serves("1.88.0", Need::Serving));
        assert!(serves(&versions.rust, Need::Pinned) && !serves("1.999.0", Need::Pinned));
        assert!(!Own { has_target: false, ..own(&versions.rust) }.serves(Need::Serving, &versions));
        assert!(!Own { has_tools: false, ..own(&versions.rust) }.serves(Need::Pinned, &versions));
    }

    #[test]
    fn without_rustup_the_own_rust_does_or_one_sentence_says_what_to_install() {
        let versions = tool_versions::read().unwrap();
        let error = |own: Own, need| own.without_rustup(need, &versions).unwrap_err().to_string();
        assert!(error(own("1.90.0"), Need::Serving).starts_with("This Rust is 1.90.0, and "));
        assert!(error(Own { has_target: false, ..own("1.999.0") }, Need::Serving).contains("cannot compile to wasm32-unknown-unknown"));
        assert!(error(Own { has_tools: false, ..own("1.999.0") }, Need::Pinned).contains("no clippy or rustfmt"));
        assert_eq!(own("1.999.0").without_rustup(Need::Pinned, &versions).unwrap().version, "1.999.0");
    }
}
