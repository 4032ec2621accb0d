//! wasm-opt, which makes the WebAssembly about half as large: the one on the path, npm's, Debian's, or Trunk's own download.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result};

use crate::{
    paths,
    process::{find, find_in},
    progress::Stages,
    setup::{apt, install_folder},
    tool_versions::Versions,
};

/// A module with two tables, of functions and of what JavaScript passes, exported as `a` and `b`. wasm-opt 108, which
/// Debian 12 has, exports the first as both: then no figure becomes interactive.
const TWO_TABLES: &[u8] = b"\0asm\x01\0\0\0\x04\x07\x02\x70\0\x01\x6f\0\x01\x07\x09\x02\x01a\x01\0\x01b\x01\x01";

/// How the second table's export stands in a module: name, kind, index.
const SECOND_TABLE: &[u8] = b"\x01b\x01\x01";

/// Where wasm-opt comes from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum WasmOpt {
    /// This program, tried with the project's flags.
    Program(PathBuf, Vec<String>),
    /// Trunk is asked to download this release, such as `version_132`.
    Download {
        /// The release's name.
        version: String,
    },
}

impl WasmOpt {
    /// The program, if one was found.
    pub(crate) fn program(&self) -> Option<&Path> {
        match self {
            Self::Program(program, _) => Some(program),
            Self::Download { .. } => None,
        }
    }

    /// What is left where neither npm nor Debian has one.
    pub(crate) fn download(versions: &Versions) -> Self {
        Self::Download { version: release(&versions.binaryen) }
    }
}

/// A wasm-opt that knows the flags in index.html, on the path or in the cache.
///
/// # Errors
/// One sentence when index.html cannot be read.
pub(crate) fn find_usable(versions: &Versions) -> Result<Option<WasmOpt>> {
    let flags = flags()?;
    let cached = || find_in(bin(&paths::tool("binaryen", &versions.binaryen).ok()?).as_os_str(), "wasm-opt");
    let found = [find("wasm-opt"), cached()].into_iter().flatten().find(|program| works(program, &flags));
    Ok(found.map(|program| WasmOpt::Program(program, flags)))
}

/// What will be installed, if anything can be.
pub(crate) fn description(versions: &Versions, may_use_apt: bool) -> Option<String> {
    if find("npm").is_some() {
        Some(format!("wasm-opt, npm's binaryen {}: some seconds", versions.binaryen))
    } else {
        (may_use_apt && apt::is_usable()).then(|| "wasm-opt, Debian's package binaryen, by apt-get: about a minute".into())
    }
}

/// Installs wasm-opt by npm into the cache or, where there is no npm and `may_use_apt`, from Debian's packages; else leaves
/// it to Trunk.
///
/// # Errors
/// One sentence when the cache cannot be written or the disk is full.
pub(crate) fn install(versions: &Versions, may_use_apt: bool, stages: &mut Stages) -> Result<WasmOpt> {
    let version = &versions.binaryen;
    if let Some(npm) = find("npm") {
        let mut stage = stages.begin(&format!("wasm-opt, npm's binaryen {version}"), "some seconds");
        install_folder(&paths::tool("binaryen", version)?, |new| {
            let mut install = Command::new(npm);
            install.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(new);
            install.arg(format!("binaryen@{version}"));
            stage.run(&mut install, || {
                "wasm-opt could not be installed, as npm's message above says; mend that, or put it on the path.".into()
            })
        })?;
        stage.end();
    } else if may_use_apt && apt::is_usable() {
        apt::install("wasm-opt", &["binaryen"], stages)?;
    } else {
        stages.skip("wasm-opt", "not found on the path, and neither npm nor Debian's packages are there; Trunk will try to download it");
    }
    Ok(find_usable(versions)?.unwrap_or_else(|| WasmOpt::download(versions)))
}

/// Where npm puts programs below `folder`.
fn bin(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".bin")
}

/// The flags that Trunk gives to wasm-opt, from its template.
///
/// # Errors
/// One sentence when the template cannot be read or has none.
pub(crate) fn flags() -> Result<Vec<String>> {
    let html = fs::read_to_string(paths::root().join("index.html"))
        .context("index.html: cannot be read; restore it with `git checkout index.html`.")?;
    let flags = flags_in(&html).context("index.html: has no data-wasm-opt-params; restore it with `git checkout index.html`.")?;
    Ok(flags.into_iter().map(String::from).collect())
}

fn flags_in(html: &str) -> Option<Vec<&str>> {
    html.split("data-wasm-opt-params=\"").nth(1)?.split('"').next().map(|flags| flags.split_whitespace().collect())
}

/// The name of binaryen's release for an npm version.
fn release(npm_version: &str) -> String {
    format!("version_{}", npm_version.split('.').next().unwrap_or(npm_version))
}

/// Whether `program` takes the flags and keeps tables apart.
fn works(program: &Path, flags: &[String]) -> bool {
    let run = |folder: &Path| -> std::io::Result<bool> {
        fs::create_dir_all(folder)?;
        let (module, result) = (folder.join("tables.wasm"), folder.join("tables-optimised.wasm"));
        fs::write(&module, TWO_TABLES)?;
        let mut command = Command::new(program);
        command.args(flags).arg(&module).arg("-o").arg(&result).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command.status()?.success() && keeps_tables_apart(&fs::read(&result)?))
    };
    let folder = std::env::temp_dir().join(format!("csto-explainer-{}", std::process::id()));
    let works = run(&folder).unwrap_or(false);
    drop(fs::remove_dir_all(&folder));
    works
}

fn keeps_tables_apart(module: &[u8]) -> bool {
    module.windows(SECOND_TABLE.len()).any(|bytes| bytes == SECOND_TABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_are_those_of_the_template() {
        assert_eq!(flags_in("<link data-wasm-opt-params=\"--a  --b\">"), Some(vec!["--a", "--b"]));
        assert_eq!(flags_in("<link>"), None);
    }

    #[test]
    fn npm_versions_name_releases() {
        assert_eq!(release("132.0.0"), "version_132");
    }

    #[test]
    fn a_program_that_takes_one_table_for_the_other_does_not_work() {
        assert!(keeps_tables_apart(TWO_TABLES));
        let mixed = [&TWO_TABLES[..TWO_TABLES.len() - 1], &[0]].concat();
        assert!(!keeps_tables_apart(&mixed));
    }

    #[test]
    fn a_missing_program_does_not_work() {
        assert!(!works(Path::new("no-such-program"), &[]));
    }
}
