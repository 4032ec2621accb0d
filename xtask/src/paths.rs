//! Where the project lies, and where its tools are kept between two checkouts.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The folder that keeps the tools, such as `~/.cache/csto-explainer`. Outside `target/`, so that `cargo clean` keeps them.
///
/// # Errors
/// One sentence when the system names no folder for caches.
pub(crate) fn cache() -> Result<PathBuf> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    caches(std::env::consts::OS, set)
        .map(|folder| folder.join("csto-explainer"))
        .context("There is no folder to keep the tools in; set XDG_CACHE_HOME to one.")
}

/// The folder of one tool at one version, such as `~/.cache/csto-explainer/trunk-0.22.1`.
///
/// # Errors
/// One sentence when the system names no folder for caches.
pub(crate) fn tool(name: &str, version: &str) -> Result<PathBuf> {
    cache().map(|folder| folder.join(format!("{name}-{version}")))
}

/// The system's folder for caches: `XDG_CACHE_HOME` anywhere, else the custom of `os`.
fn caches(os: &str, set: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    if let Some(folder) = set("XDG_CACHE_HOME") {
        return Some(folder.into());
    }
    match os {
        "windows" => set("LOCALAPPDATA").map(PathBuf::from),
        "macos" => set("HOME").map(|home| PathBuf::from(home).join("Library/Caches")),
        _ => set("HOME").map(|home| PathBuf::from(home).join(".cache")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(name: &str) -> Option<String> {
        match name {
            "HOME" => Some("/h".into()),
            "LOCALAPPDATA" => Some("/l".into()),
            _ => None,
        }
    }

    #[test]
    fn each_system_keeps_caches_where_it_is_its_custom() {
        assert_eq!(caches("linux", home), Some("/h/.cache".into()));
        assert_eq!(caches("macos", home), Some("/h/Library/Caches".into()));
        assert_eq!(caches("windows", home), Some("/l".into()));
    }

    #[test]
    fn the_reader_s_own_choice_comes_first_and_no_home_is_no_folder() {
        assert_eq!(caches("macos", |name| (name == "XDG_CACHE_HOME").then(|| "/x".into())), Some("/x".into()));
        assert_eq!(caches("linux", |_| None), None);
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.lock").exists());
    }
}
