//! The programs beside the article's: one for each embed, which carries that figure alone; one that saves pictures of a figure,
//! for those of which pictures are made in the browser; that of the figures' own pages; and the single file's, which does all of it.
//!
//! Trunk compiles the article's program. `src/main.rs` says what each program contains.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The library's own table. The compiler compares it with the figures when it compiles the library.
#[path = "../../src/figures/list.rs"]
mod list;

use anyhow::{Context, Result};
use list::Listed;

use crate::{
    paths,
    progress::{Stage, Stages},
    say::say,
    setup::{Ready, Tools},
};

/// The folder of the WebAssembly that cargo compiles, below the project.
const COMPILED: &str = "target/wasm32-unknown-unknown/release/csto-explainer.wasm";

/// Compiles these programs into a folder, as `figure-<id>.js` and `.wasm`, `pictures-<id>`, `reference` and `whole`,
/// which the prerender takes over.
///
/// # Errors
/// One sentence when one cannot be compiled.
pub(crate) fn build(ready: &Ready, stages: &mut Stages) -> Result<PathBuf> {
    let mut stage = stages.begin("the programs of embeds, figures’ pages and the single file", "about 2 minutes");
    let folder = paths::root().join("target").join("programs");
    let fault = || format!("{}: cannot be written; remove it and build again.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(fault)?;
    }
    fs::create_dir_all(&folder).with_context(fault)?;
    if ready.tools()?.wasm_opt().is_none() {
        say!("There is no wasm-opt for these programs, so each is about twice as large as it could be; install binaryen and build again.");
    }
    for Listed { id, has_pictures } in list::ALL {
        one(ready, &mut stage, &format!("figure-{id}"), &[("FIGURE", id)], &folder)?;
        if *has_pictures {
            one(ready, &mut stage, &format!("pictures-{id}"), &[("FIGURE", id), ("PICTURES", "1")], &folder)?;
        }
    }
    one(ready, &mut stage, "reference", &[("REFERENCE", "1")], &folder)?;
    one(ready, &mut stage, "whole", &[], &folder)?;
    stage.end();
    Ok(folder)
}

/// Compiles the program that `environment` asks for, into files called `name`.
fn one(ready: &Ready, stage: &mut Stage, name: &str, environment: &[(&str, &str)], folder: &Path) -> Result<()> {
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
        return fs::rename(&bound, &small).with_context(|| format!("{}: cannot be renamed; build again.", bound.display()));
    };
    stage.run(optimise.arg(&bound).arg("-o").arg(&small), || failed("made small"))?;
    fs::remove_file(&bound).with_context(|| format!("{}: cannot be removed; remove it and build again.", bound.display()))
}
