//! Finds what a command needs, and installs what is missing: Rust by rustup, the tools into a cache outside the checkout,
//! browsers and servers by Debian's packages. It says beforehand what it will install.

mod apt;
pub(crate) mod browsers;
mod cargo_tool;
pub(crate) mod rust;
mod servers;
mod tools;
mod wasm_opt;

use std::{
    env,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context, Error, Result};
use fs4::TryLockError;

use crate::{
    command_line::Flags,
    paths,
    progress::Stages,
    say::say,
    tool_versions::{self, Versions},
};
use browsers::Browsers;
use rust::{Need, Rust};

pub(crate) use tools::Tools;
pub(crate) use wasm_opt::WasmOpt;

/// What a command needs, beside Rust.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    /// Only the user's own Rust, if it is new enough.
    pub(crate) own_rust: bool,
    /// Trunk and wasm-bindgen.
    pub(crate) tools: bool,
    /// wasm-opt, for a release.
    pub(crate) wasm_opt: bool,
    /// Browsers and their drivers.
    pub(crate) browsers: bool,
    /// nginx, Caddy and EPUBCheck.
    pub(crate) servers: bool,
}

impl Needs {
    /// To serve while developing.
    pub(crate) const SERVE: Self = Self { own_rust: true, tools: true, wasm_opt: false, browsers: false, servers: false };
    /// To build for release.
    pub(crate) const BUILD: Self = Self { own_rust: false, wasm_opt: true, ..Self::SERVE };
    /// To compile and run what needs neither tools nor browsers.
    pub(crate) const RUST: Self = Self { own_rust: false, tools: false, wasm_opt: false, browsers: false, servers: false };

    /// To test: all of it, or Rust alone; the servers with `CI=true`, where nothing may be left out.
    pub(crate) fn test(is_fast: bool) -> Self {
        let servers = is_ci();
        if is_fast { Self { servers, ..Self::RUST } } else { Self { browsers: true, servers, ..Self::BUILD } }
    }

    /// How many stages [`ready`] takes for them.
    pub(crate) fn stages(self) -> usize {
        let packages = self.browsers || self.servers;
        1 + [self.tools, self.tools, self.wasm_opt, packages, self.browsers].into_iter().filter(|needed| *needed).count()
    }
}

/// Whether nothing may be left out.
pub(crate) fn is_ci() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true")
}

/// What is ready to use.
pub(crate) struct Ready {
    /// Rust.
    pub(crate) rust: Rust,
    /// Trunk, wasm-bindgen and wasm-opt, where they were needed.
    pub(crate) tools: Option<Tools>,
    /// The browsers, where they were needed.
    pub(crate) browsers: Browsers,
}

impl Ready {
    /// The tools that were needed.
    ///
    /// # Errors
    /// One sentence when they were not asked for.
    pub(crate) fn tools(&self) -> Result<&Tools> {
        self.tools.as_ref().context("The tools were not set up; run `cargo xtask setup`.")
    }
}

/// `cargo xtask setup`: what `needs` names.
///
/// # Errors
/// One sentence when something cannot be had.
pub(crate) fn run(needs: Needs, flags: Flags) -> Result<ExitCode> {
    let ready = ready(needs, flags, &mut Stages::new(needs.stages(), flags.is_verbose))?;
    if let Some(tools) = &ready.tools {
        tools.trunk()?;
    }
    for engine in &ready.browsers.skipped {
        say!("{engine}");
    }
    say!("Everything that was asked for is ready.");
    Ok(ExitCode::SUCCESS)
}

/// Makes ready what `needs` names, in as many of `stages` as [`Needs::stages`] says.
///
/// # Errors
/// One sentence about the first thing that cannot be had.
pub(crate) fn ready(needs: Needs, flags: Flags, stages: &mut Stages) -> Result<Ready> {
    let versions = tool_versions::read()?;
    let need = if needs.own_rust { Need::Serving } else { Need::Pinned };
    let plan = plan(needs, need, flags, &versions)?;
    // Held until all is there: two at once would install over each other.
    let lock = if plan.is_empty() {
        None
    } else {
        say!("To be installed now, once:");
        plan.iter().for_each(|line| say!("  {line}"));
        Some(Arc::new(lock(&paths::cache()?)?))
    };

    let rust = match rust::find_for(need, &versions)? {
        Some(rust) => {
            stages.skip(&format!("Rust {}", rust.version), "ready");
            rust
        }
        None => rust::install(&versions, stages)?,
    };
    let tools = if needs.tools { Some(Tools::ready(&rust, needs.wasm_opt, flags, &versions, lock.clone(), stages)?) } else { None };
    if needs.browsers || needs.servers {
        let missing = missing_packages(needs);
        if missing.is_empty() || flags.leaves_packages || !apt::is_usable() {
            stages.skip("Debian's packages", if missing.is_empty() { "ready" } else { "left out" });
        } else {
            apt::install("browsers and servers, Debian's packages", &missing, stages)?;
        }
    }
    let browsers = if needs.browsers { browsers::ready(&rust, &versions, stages)? } else { Browsers::default() };
    Ok(Ready { rust, tools, browsers })
}

/// One line for each thing that will be installed.
fn plan(needs: Needs, need: Need, flags: Flags, versions: &Versions) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    if rust::find_for(need, versions)?.is_none() {
        lines.push(rust::description(versions));
    }
    if needs.tools {
        let missing = [cargo_tool::trunk(versions), cargo_tool::wasm_bindgen(versions)].into_iter().filter(|tool| tool.find().is_none());
        lines.extend(missing.map(|tool| tool.description()));
    }
    if needs.wasm_opt && wasm_opt::find_usable(versions)?.is_none() {
        lines.extend(wasm_opt::description(versions, !flags.leaves_packages));
    }
    let packages = missing_packages(needs);
    if !packages.is_empty() && apt::is_usable() {
        let packages = packages.join(", ");
        if flags.leaves_packages {
            say!("Left out, for --no-install was given: Debian's packages {packages}.");
        } else {
            lines.push(format!("Debian's packages {packages}, by apt-get (leave them out with --no-install): about a minute"));
        }
    }
    if needs.browsers && browsers::needs_geckodriver(versions) {
        lines.push(cargo_tool::geckodriver(versions).description());
    }
    Ok(lines)
}

fn missing_packages(needs: Needs) -> Vec<&'static str> {
    let browsers = if needs.browsers { browsers::missing_packages() } else { Vec::new() };
    let servers = if needs.servers { servers::missing_packages() } else { Vec::new() };
    [browsers, servers].concat()
}

/// Waits until no other set-up is at work in `folder`, and keeps others waiting while the result lives.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("set-up.lock");
    let fault = |e: io::Error| cannot_write(&path, e);
    fs::create_dir_all(folder).map_err(fault)?;
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(fault)?;
    // By the crate's trait and not the standard library's method, which Rust 1.88 lacks.
    match fs4::FileExt::try_lock(&file) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say!("Another set-up is at work in {}; this one goes on when that has ended.", folder.display());
            fs4::FileExt::lock(&file).map_err(fault)?;
        }
        Err(TryLockError::Error(error)) => return Err(fault(error)),
    }
    Ok(file)
}

/// Fills `folder` by `fill`, which is given a folder beside it: what is half done never stands under the name of the whole.
fn install_folder(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let new = beside(folder, "new");
    let fault = |e: io::Error| cannot_write(folder, e);
    remove(&new).map_err(fault)?;
    fs::create_dir_all(&new).map_err(fault)?;
    fill(&new)?;
    remove(folder).map_err(fault)?;
    fs::rename(&new, folder).map_err(fault)
}

/// The folder called as `folder` is, with `.ending` behind.
fn beside(folder: &Path, ending: &str) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn remove(folder: &Path) -> io::Result<()> {
    fs::remove_dir_all(folder).or_else(|e| if e.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(e) })
}

/// The error for a place in the cache that cannot be written.
fn cannot_write(path: &Path, error: io::Error) -> Error {
    let sentence = match error.kind() {
        io::ErrorKind::StorageFull => format!("{}: the disk is full; free some space and run the command again.", path.display()),
        _ => format!("{}: cannot be written; make it writable, or set XDG_CACHE_HOME to a folder that is.", path.display()),
    };
    Error::new(error).context(sentence)
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("xtask-setup-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        folder
    }

    #[test]
    fn what_is_half_done_does_not_stand_under_the_name_of_the_whole() {
        let tool = folder("half").join("tool-1.0");
        let error = install_folder(&tool, |new| {
            fs::write(new.join("half"), "x")?;
            bail!("interrupted")
        });
        assert_eq!((error.unwrap_err().to_string(), tool.exists()), ("interrupted".into(), false));
        install_folder(&tool, |new| {
            assert!(!new.join("half").exists(), "what an earlier attempt left is gone");
            Ok(fs::write(new.join("whole"), "x")?)
        })
        .unwrap();
        assert!(tool.join("whole").exists());
        fs::remove_dir_all(tool.parent().unwrap()).unwrap();
    }

    #[test]
    fn only_one_set_up_is_at_work() {
        let folder = folder("lock");
        let first = lock(&folder).unwrap();
        let again = File::options().write(true).open(folder.join("set-up.lock")).unwrap();
        assert!(matches!(fs4::FileExt::try_lock(&again), Err(TryLockError::WouldBlock)));
        drop(first);
        assert!(fs4::FileExt::try_lock(&again).is_ok());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_full_disk_is_called_so() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        let full = cannot_write(Path::new("/c/x"), full).to_string();
        assert_eq!(full, "/c/x: the disk is full; free some space and run the command again.");
        let other = cannot_write(Path::new("/c/x"), io::Error::from(io::ErrorKind::PermissionDenied));
        assert!(other.to_string().contains("XDG_CACHE_HOME") && other.is::<io::Error>(), "{other:#}");
    }

    #[test]
    fn each_need_has_its_stages() {
        assert_eq!([Needs::RUST, Needs::SERVE, Needs::BUILD].map(Needs::stages), [1, 3, 4]);
        assert_eq!(Needs { browsers: true, ..Needs::BUILD }.stages(), 6);
    }
}
