//! The versions of the outside tools: `[workspace.metadata.tools]` in Cargo.toml, and wasm-bindgen's from Cargo.lock.

use std::fs;

use anyhow::{Context, Result};

use crate::paths;

/// One version for each tool, such as `0.22.1`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Versions {
    /// Rust, with which everything is built and tested.
    pub(crate) rust: String,
    /// The oldest Rust that compiles everything, Trunk included; enough for serving.
    pub(crate) rust_oldest: String,
    /// Trunk, which builds and serves.
    pub(crate) trunk: String,
    /// npm's package of binaryen, which holds wasm-opt.
    pub(crate) binaryen: String,
    /// geckodriver, which drives Firefox.
    pub(crate) geckodriver: String,
    /// wasm-bindgen-cli; it must equal the library's version.
    pub(crate) wasm_bindgen: String,
}

/// Reads the versions of this checkout.
///
/// # Errors
/// One sentence when a file cannot be read or a version is missing.
pub(crate) fn read() -> Result<Versions> {
    let text = |name: &str| {
        fs::read_to_string(paths::root().join(name))
            .with_context(|| format!("{name}: cannot be read; restore it with `git checkout {name}`."))
    };
    parse(&text("Cargo.toml")?, &text("Cargo.lock")?)
}

fn parse(manifest: &str, lock: &str) -> Result<Versions> {
    let version = |name: &str| {
        pinned(manifest, name)
            .map(String::from)
            .with_context(|| format!("Cargo.toml: [workspace.metadata.tools] has no `{name}`; add a line such as {name} = \"1.2.3\"."))
    };
    Ok(Versions {
        rust: version("rust")?,
        rust_oldest: version("rust-oldest")?,
        trunk: version("trunk")?,
        binaryen: version("binaryen")?,
        geckodriver: version("geckodriver")?,
        wasm_bindgen: locked(lock, "wasm-bindgen")
            .context("Cargo.lock: has no package `wasm-bindgen`; restore it with `git checkout Cargo.lock`.")?
            .into(),
    })
}

/// The value of `name = "value"` in the section of the tools.
fn pinned<'a>(manifest: &'a str, name: &str) -> Option<&'a str> {
    let section = manifest.split("[workspace.metadata.tools]").nth(1)?.split("\n[").next()?;
    section.lines().find_map(|line| quoted(line, name))
}

/// The version of a package in Cargo.lock, where `version` follows `name`.
fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = lock.lines().skip_while(|line| quoted(line, "name") != Some(name));
    lines.nth(1).and_then(|line| quoted(line, "version"))
}

fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.trim_start().strip_prefix('=')?.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[workspace]\ntrunk = \"9.9.9\"\n\n[workspace.metadata.tools]\nrust = \"1.99.1\"\nrust-oldest = \"1.96.1\"\ntrunk = \"0.22.1\"\nbinaryen = \"132.0.0\"\n\
                            geckodriver = \"0.37.1\"\n\n[lints]\nelse = \"1\"\n";
    const LOCK: &str =
        "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn versions_come_from_their_section_and_the_lock() {
        let versions = parse(MANIFEST, LOCK).unwrap();
        assert_eq!((versions.rust.as_str(), versions.rust_oldest.as_str()), ("1.99.1", "1.96.1"));
        assert_eq!((versions.trunk.as_str(), versions.binaryen.as_str()), ("0.22.1", "132.0.0"));
        assert_eq!((versions.geckodriver.as_str(), versions.wasm_bindgen.as_str()), ("0.37.1", "0.2.130"));
    }

    #[test]
    fn a_missing_version_names_file_and_remedy() {
        let error = parse(&MANIFEST.replace("geckodriver", "other"), LOCK).unwrap_err();
        assert_eq!(
            error.to_string(),
            "Cargo.toml: [workspace.metadata.tools] has no `geckodriver`; add a line such as geckodriver = \"1.2.3\"."
        );
        assert!(parse(MANIFEST, "").unwrap_err().to_string().starts_with("Cargo.lock: has no package"));
    }

    #[test]
    fn this_checkout_has_all_versions() {
        read().unwrap();
    }
}
