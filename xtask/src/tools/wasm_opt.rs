//! wasm-opt, which makes the WebAssembly about half as large: the one on the path, npm's, Debian's, or Trunk's own download.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    pins::Pins,
    place,
    process::{find, find_in, shown},
    tools::apt,
};

/// A module with two tables, of functions and of what JavaScript passes, exported as `a` and `b`. wasm-opt 108, which
/// Debian 12 has, exports the first as both: then no figure comes alive.
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
}

/// Finds or installs a wasm-opt that knows the flags in index.html.
///
/// # Errors
/// One sentence when index.html cannot be read or the cache not be written.
pub(crate) fn ready(pins: &Pins) -> Result<WasmOpt, String> {
    let flags = flags()?;
    let folder = place::tool("binaryen", &pins.binaryen)?;
    let bin = folder.join("node_modules").join(".bin");
    let usable = |program: &PathBuf| works(program, &flags);

    if let Some(program) = [find("wasm-opt"), find_in(bin.as_os_str(), "wasm-opt")].into_iter().flatten().find(usable) {
        return Ok(WasmOpt::Program(program, flags));
    }
    if let Some(npm) = find("npm") {
        println!("Set-up: wasm-opt, npm's binaryen {}, kept in {}; some seconds.", pins.binaryen, folder.display());
        fs::create_dir_all(&folder)
            .map_err(|e| format!("{}: cannot be written ({e}); set XDG_CACHE_HOME to a folder that can.", folder.display()))?;
        let mut install = Command::new(npm);
        install.args(["install", "--no-save", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&folder);
        shown(install.arg(format!("binaryen@{}", pins.binaryen)))?;
        if let Some(program) = find_in(bin.as_os_str(), "wasm-opt").filter(usable) {
            return Ok(WasmOpt::Program(program, flags));
        }
    }
    if apt::install("wasm-opt", &["binaryen"])?
        && let Some(program) = find("wasm-opt").filter(usable)
    {
        return Ok(WasmOpt::Program(program, flags));
    }
    println!(
        "Set-up: no wasm-opt was found, on the path, from npm or from Debian; Trunk is left to download it when it builds for release."
    );
    Ok(WasmOpt::Download { version: release(&pins.binaryen) })
}

/// The flags that Trunk gives to wasm-opt, from its template.
///
/// # Errors
/// One sentence when the template cannot be read or has none.
pub(crate) fn flags() -> Result<Vec<String>, String> {
    let html = fs::read_to_string(place::root().join("index.html"))
        .map_err(|e| format!("index.html: cannot be read ({e}); restore it with `git checkout index.html`."))?;
    let flags = flags_in(&html).ok_or("index.html: has no data-wasm-opt-params; restore it with `git checkout index.html`.")?;
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
    run(&place::root().join("target").join("xtask")).unwrap_or(false)
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
