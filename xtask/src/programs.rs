//! The programs of the embeds: one for each figure, which carries that figure alone, and one that saves pictures of it for
//! those of which pictures are made in the browser.
//!
//! Trunk compiles the page's program. An embed that loaded it would load every figure; its own weighs half as much.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    paths,
    progress::{Stage, Stages},
    setup::{Ready, Tools},
};

/// The folder of the WebAssembly that cargo compiles, below the project.
const COMPILED: &str = "target/wasm32-unknown-unknown/release/csto-explainer.wasm";
/// What stands before a figure's id in its module under `src/figures`.
const ID: &str = " const ID: &str = \"";
/// What stands in the module of a figure that has pictures.
const PICTURED: &str = "picture: Some(";

/// A figure as its module describes it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Figure {
    id: String,
    is_pictured: bool,
}

/// Compiles each figure's programs into a folder, as `figure-<id>.js` and `.wasm` and `pictures-<id>`, which the
/// prerender takes over.
///
/// # Errors
/// One sentence when one cannot be compiled.
pub(crate) fn build(ready: &Ready, stages: &mut Stages) -> Result<PathBuf, String> {
    let mut stage = stages.begin("the embeds’ programs", "about 2 minutes");
    let folder = paths::root().join("target").join("programs");
    let fault = |e: std::io::Error| format!("{}: cannot be written ({e}); remove it and build again.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(fault)?;
    }
    fs::create_dir_all(&folder).map_err(fault)?;
    for Figure { id, is_pictured } in figures()? {
        one(ready, &mut stage, &format!("figure-{id}"), &[("FIGURE", &id)], &folder)?;
        if is_pictured {
            one(ready, &mut stage, &format!("pictures-{id}"), &[("FIGURE", &id), ("PICTURES", "1")], &folder)?;
        }
    }
    stage.end();
    Ok(folder)
}

/// Compiles the program that `environment` asks for, into files called `name`.
fn one(ready: &Ready, stage: &mut Stage, name: &str, environment: &[(&str, &str)], folder: &Path) -> Result<(), String> {
    let failed = |what: &str| format!("The program `{name}` was not {what}, as the message above says; mend that and build again.");
    let tools: &Tools = ready.tools()?;
    let mut compile = ready.rust.cargo();
    compile.args(["build", "--locked", "--release", "--no-default-features", "--features", "csr", "--bin", "csto-explainer"]);
    // Named, for the reader's settings may have another, and this is where the program is looked for.
    compile.args(["--target", "wasm32-unknown-unknown", "--target-dir", "target"]).envs(environment.iter().copied());
    stage.run(&mut compile, || failed("compiled"))?;
    let mut bind = tools.wasm_bindgen();
    bind.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder).arg(COMPILED);
    stage.run(&mut bind, || failed("bound to JavaScript"))?;
    let (bound, small) = (folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.wasm")));
    let Some(mut optimise) = tools.wasm_opt() else {
        return fs::rename(&bound, &small).map_err(|e| format!("{}: cannot be renamed ({e}); build again.", bound.display()));
    };
    stage.run(optimise.arg(&bound).arg("-o").arg(&small), || failed("made small"))?;
    fs::remove_file(&bound).map_err(|e| format!("{}: cannot be removed ({e}); remove it and build again.", bound.display()))
}

/// The figures: each module under `src/figures` that is one says its id in its `mod.rs`.
fn figures() -> Result<Vec<Figure>, String> {
    let folder = paths::root().join("src/figures");
    let fault = |e: std::io::Error| format!("src/figures: cannot be read ({e}); restore it with `git checkout src/figures`.");
    let mut figures = Vec::new();
    for entry in fs::read_dir(&folder).map_err(fault)? {
        let module = entry.map_err(fault)?.path().join("mod.rs");
        if let Ok(text) = fs::read_to_string(module) {
            let id = text.split(ID).nth(1).and_then(|rest| rest.split('"').next());
            figures.extend(id.map(|id| Figure { id: id.to_owned(), is_pictured: text.contains(PICTURED) }));
        }
    }
    figures.sort();
    if figures.is_empty() { Err("src/figures: no module says `const ID`; restore it.".into()) } else { Ok(figures) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_this_checkout_are_found() {
        let figures = figures().unwrap();
        let is_pictured = |id: &str| figures.iter().find(|figure| figure.id == id).map(|figure| figure.is_pictured);
        assert_eq!((is_pictured("troop-shares"), is_pictured("treaty"), is_pictured("strips")), (Some(true), Some(false), None));
        let listed = fs::read_to_string(paths::root().join("src/figures/registry.rs")).unwrap().matches("::FIGURE,").count();
        assert_eq!(figures.len(), listed, "each figure of the registry has its `const ID` found");
    }
}
