//! The programs of the embeds: one for each figure, which carries that figure alone.
//!
//! Trunk compiles the page's program. An embed that loaded it would load every figure; its own weighs half as much.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    place,
    process::{cargo, shown},
    tools::Tools,
};

/// The folder of the WebAssembly that cargo compiles, below the project.
const COMPILED: &str = "target/wasm32-unknown-unknown/release/csto-explainer.wasm";
/// What a figure's folder begins with under `src/figures`, and its id there.
const ID: &str = "pub const ID: &str = \"";

/// Compiles each figure's program into a folder, as `<id>.js` and `<id>.wasm`, which the prerender takes over.
///
/// # Errors
/// One sentence when one cannot be compiled.
pub(crate) fn build(tools: &Tools) -> Result<PathBuf, String> {
    let folder = place::root().join("target").join("programs");
    let fault = |e: std::io::Error| format!("{}: cannot be written ({e}); remove it and build again.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(fault)?;
    }
    fs::create_dir_all(&folder).map_err(fault)?;
    for id in figures()? {
        one(tools, &id, &folder)?;
    }
    Ok(folder)
}

fn one(tools: &Tools, id: &str, folder: &Path) -> Result<(), String> {
    let failed = |what: &str| format!("The program of `{id}` was not {what}, as the message above says; mend that and build again.");
    let mut compile = cargo();
    compile.args(["build", "--quiet", "--locked", "--release", "--features", "csr", "--bin", "csto-explainer"]);
    compile.args(["--target", "wasm32-unknown-unknown"]).env("FIGURE", id);
    if !shown(&mut compile)? {
        return Err(failed("compiled"));
    }
    let mut bind = tools.wasm_bindgen();
    bind.args(["--target", "web", "--no-typescript", "--out-name", id, "--out-dir"]).arg(folder).arg(COMPILED);
    if !shown(&mut bind)? {
        return Err(failed("bound to JavaScript"));
    }
    let (bound, small) = (folder.join(format!("{id}_bg.wasm")), folder.join(format!("{id}.wasm")));
    let Some(mut optimise) = tools.wasm_opt() else {
        return fs::rename(&bound, &small).map_err(|e| format!("{}: cannot be renamed ({e}); build again.", bound.display()));
    };
    if !shown(optimise.arg(&bound).arg("-o").arg(&small))? {
        return Err(failed("made small"));
    }
    fs::remove_file(&bound).map_err(|e| format!("{}: cannot be removed ({e}); remove it and build again.", bound.display()))
}

/// The figures' ids: each module under `src/figures` that has one says it in its `mod.rs`.
fn figures() -> Result<Vec<String>, String> {
    let folder = place::root().join("src/figures");
    let fault = |e: std::io::Error| format!("src/figures: cannot be read ({e}); restore it with `git checkout src/figures`.");
    let mut ids = Vec::new();
    for entry in fs::read_dir(&folder).map_err(fault)? {
        let module = entry.map_err(fault)?.path().join("mod.rs");
        if let Ok(text) = fs::read_to_string(module) {
            ids.extend(text.split(ID).nth(1).and_then(|rest| rest.split('"').next()).map(String::from));
        }
    }
    ids.sort();
    if ids.is_empty() { Err("src/figures: no module says `pub const ID`; restore it.".into()) } else { Ok(ids) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_this_checkout_are_found() {
        let ids = figures().unwrap();
        assert!(ids.iter().any(|id| id == "troop-shares") && ids.iter().all(|id| !id.contains('_')), "{ids:?}");
    }
}
