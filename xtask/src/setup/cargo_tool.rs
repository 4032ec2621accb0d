//! The tools that cargo compiles: Trunk, wasm-bindgen and geckodriver.

use std::{
    fs::{self, File},
    hash::{DefaultHasher, Hasher},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, ensure};

use crate::{
    background::Background,
    paths,
    process::{find, find_in, output, path_with},
    progress::{Outcome, Stage, Stages},
    setup::{beside, install_folder, rust::Rust},
    tool_versions::Versions,
};

/// A program and how it is compiled soonest: it runs for a second at a time, so compiling costs more than optimising gains.
pub(crate) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Where the source is, below the project; `None` where it comes from the registry.
    source: Option<&'static str>,
    /// Arguments of `cargo install`.
    arguments: &'static [&'static str],
    variables: &'static [(&'static str, &'static str)],
    /// How long that takes on two idle cores.
    time: &'static str,
}

/// For unoptimised builds: without what only a debugger needs.
const PLAIN: &[(&str, &str)] = &[("CARGO_PROFILE_DEV_DEBUG", "0")];

/// Trunk, without its update check.
pub(crate) fn trunk(versions: &Versions) -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: versions.trunk.clone(),
        source: None,
        arguments: &["--locked", "--debug", "--no-default-features", "--features", "rustls"],
        variables: PLAIN,
        time: "about 4 minutes beside the other stages",
    }
}

/// wasm-bindgen: the part of it that Trunk calls, which is a package of this workspace.
pub(crate) fn wasm_bindgen(versions: &Versions) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-tool",
        program: "wasm-bindgen",
        version: versions.wasm_bindgen.clone(),
        source: Some("tools/wasm-bindgen"),
        arguments: &["--locked", "--profile", "tool"],
        variables: &[],
        time: "about a minute",
    }
}

/// geckodriver, which Debian does not package.
pub(crate) fn geckodriver(versions: &Versions) -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: versions.geckodriver.clone(),
        source: None,
        arguments: &["--locked", "--debug"],
        variables: PLAIN,
        time: "about a minute",
    }
}

impl CargoTool {
    /// The program at the right version: in the cache, or on the path, where another program of its name does the same.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let cached = || find_in(self.folder().ok()?.join("bin").as_os_str(), self.program);
        let on_path = if self.source.is_none() { find(self.program) } else { None };
        [on_path, cached()].into_iter().flatten().find(|program| self.has_version(program))
    }

    /// What will be installed.
    pub(crate) fn description(&self) -> String {
        let how = if self.is_downloaded() { "downloaded by cargo-binstall: some seconds" } else { self.time };
        let compiled = if self.is_downloaded() { "" } else { "compiled: " };
        format!("{} {}, {compiled}{how}", self.program, self.version)
    }

    /// Installs the program into the cache.
    ///
    /// # Errors
    /// One sentence when it cannot be installed.
    pub(crate) fn install(&self, rust: &Rust, stages: &mut Stages) -> Result<PathBuf> {
        self.install_in(self.begin(stages), rust)
    }

    /// Installs the program into the cache while other stages go on; `lock` keeps other set-ups waiting until it is there.
    pub(crate) fn install_behind(self, rust: &Rust, stages: &mut Stages, lock: Option<Arc<File>>) -> Background<PathBuf> {
        let (stage, rust) = (self.begin(stages), rust.clone());
        Background::begin(stage.waiting(), move |stop| {
            let _lock = lock;
            self.install_in(stage.behind(stop), &rust)
        })
    }

    fn begin(&self, stages: &mut Stages) -> Stage {
        let expected = if self.is_downloaded() { "some seconds" } else { self.time };
        stages.begin(&format!("{} {}, once", self.program, self.version), expected)
    }

    fn install_in(&self, mut stage: Stage, rust: &Rust) -> Result<PathBuf> {
        let (program, version) = (self.program, &self.version);
        let failed = || {
            format!(
                "{program} {version} could not be installed, as the message above says; mend that and run the command again, \
                 which goes on where it stopped{}.",
                if self.source.is_none() { format!(", or put {program} {version} on the path") } else { String::new() }
            )
        };
        let folder = self.folder()?;
        install_folder(&folder, |new| {
            if self.is_downloaded() {
                let mut binstall = rust.cargo();
                binstall.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(new);
                binstall.arg(format!("{}@{version}", self.package));
                // Where there is none for this system, it is compiled.
                if stage.attempt(&mut binstall)? == Outcome::Succeeded && self.is_in(new) {
                    return Ok(());
                }
            }
            let compiled = beside(&folder, "build");
            let mut install = rust.cargo();
            // On the path while it is installed, else cargo would advise the reader to put it there.
            install.env("PATH", path_with([new.join("bin").as_path()].into_iter().chain(rust.programs()))?);
            match self.source {
                Some(path) => install.args(["install", "--path", path]),
                None => install.args(["install", self.package, "--version", version]),
            };
            // Kept until the program is there, so that an interrupted compilation goes on.
            install.arg("--root").arg(new).arg("--target-dir").arg(&compiled).args(self.arguments);
            stage.run(install.envs(self.variables.iter().copied()), failed)?;
            ensure!(self.is_in(new), failed());
            drop(fs::remove_dir_all(&compiled));
            Ok(())
        })?;
        stage.end();
        find_in(folder.join("bin").as_os_str(), program).with_context(failed)
    }

    /// Where it is kept. A package of this workspace is compiled anew when its source changes.
    fn folder(&self) -> Result<PathBuf> {
        let Some(source) = self.source else { return paths::tool(self.package, &self.version) };
        let hash = hash_of(&paths::root().join(source)).with_context(|| format!("{source}: cannot be read; restore it with git."))?;
        paths::tool(self.package, &format!("{}-{hash:016x}", self.version))
    }

    fn is_downloaded(&self) -> bool {
        self.source.is_none() && find("cargo-binstall").is_some()
    }

    fn is_in(&self, folder: &Path) -> bool {
        find_in(folder.join("bin").as_os_str(), self.program).is_some_and(|program| self.has_version(&program))
    }

    fn has_version(&self, program: &Path) -> bool {
        output(program, &["--version"]).is_some_and(|text| version_in(&text) == Some(&self.version))
    }
}

/// A number that is another when a file in `folder` is.
fn hash_of(folder: &Path) -> io::Result<u64> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() { &mut folders } else { &mut files }.push(path);
        }
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        for bytes in [name.as_bytes(), &fs::read(&file)?] {
            hasher.write_usize(bytes.len());
            hasher.write(bytes);
        }
    }
    Ok(hasher.finish())
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
    fn a_tool_of_the_workspace_has_another_folder_when_its_source_changes() {
        let folder = std::env::temp_dir().join(format!("xtask-cargo-tool-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::write(folder.join("Cargo.toml"), "a").unwrap();
        fs::write(folder.join("src/main.rs"), "b").unwrap();
        let first = hash_of(&folder).unwrap();
        assert_eq!(hash_of(&folder).unwrap(), first);
        fs::write(folder.join("src/main.rs"), "c").unwrap();
        let changed = hash_of(&folder).unwrap();
        fs::rename(folder.join("src/main.rs"), folder.join("src/other.rs")).unwrap();
        let renamed = hash_of(&folder).unwrap();
        assert!(first != changed && changed != renamed && renamed != first);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_missing_program_has_no_version() {
        let versions = crate::tool_versions::read().unwrap();
        assert!(!trunk(&versions).has_version(Path::new("no-such-program")));
    }
}
