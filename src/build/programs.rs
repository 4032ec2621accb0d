//! The compiled programs made smaller: those of the embeds for their documents, the others as files named by their content.

use std::{collections::BTreeMap, fs, path::Path};

use super::{
    code::{Code, Program},
    csp, shrink,
};
use crate::{content::error::Diagnostic, figures::registry};

/// How the files of the article's program begin; their hash follows.
pub(crate) const PAGE: &str = "csto-explainer-";

/// How the files of the program of the figures' own pages begin; their hash follows.
pub(crate) const REFERENCE: &str = "reference-";

/// How the files of the program that saves pictures of the figure `id` begin; their hash follows.
pub(crate) fn pictures(id: &str) -> String {
    format!("pictures-{id}-")
}

/// The programs of the embeds, by figure, as `cargo xtask build` compiled them into `from`: `figure-<id>.js` and
/// `.wasm`.
///
/// # Errors
/// Names the file that cannot be read.
pub(crate) fn of_embeds(from: &Path) -> Result<BTreeMap<&'static str, Code>, Diagnostic> {
    let one = |id: &'static str| {
        let [script, wasm] = [".js", ".wasm"].map(|end| from.join(format!("figure-{id}{end}")));
        Ok((id, small(&script, &wasm)?))
    };
    registry::ALL.iter().map(|figure| one(figure.id)).collect()
}

/// The single file's program, which saves pictures itself, as `cargo xtask build` compiled it into `from`: `whole.js` and `.wasm`.
///
/// # Errors
/// Names the file that cannot be read.
pub(crate) fn whole(from: &Path) -> Result<Code, Diagnostic> {
    let [script, wasm] = ["whole.js", "whole.wasm"].map(|name| from.join(name));
    small(&script, &wasm)
}

/// Takes over the programs that documents load as files: of those in `from`, `reference.js` and `.wasm`, and `pictures-<id>.js`
/// and `.wasm` of the figures that have them, become files in `to`.
///
/// # Errors
/// Names the file that cannot be read or written.
pub(crate) fn adopt(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    settle(&small(&from.join("reference.js"), &from.join("reference.wasm"))?, to, REFERENCE)?;
    for figure in registry::ALL {
        let [script, wasm] = [".js", ".wasm"].map(|end| from.join(format!("pictures-{}{end}", figure.id)));
        if wasm.exists() {
            settle(&small(&script, &wasm)?, to, &pictures(figure.id))?;
        }
    }
    Ok(())
}

/// Puts the article's program, as Trunk left it in `folder`, in its place there. Trunk's names say what was compiled, not what
/// has been made of it since; a browser that keeps files by name for a year would mix two editions.
///
/// # Errors
/// Names the file that cannot be read, written or removed.
pub(crate) fn settle_page(folder: &Path, program: &Program) -> Result<Program, Diagnostic> {
    let [script, wasm] = [&program.script, &program.wasm].map(|name| folder.join(name));
    let settled = settle(&small(&script, &wasm)?, folder, PAGE)?;
    for (old, new) in [(script, &settled.script), (wasm, &settled.wasm)] {
        if old != folder.join(new) {
            fs::remove_file(&old)
                .map_err(|e| Diagnostic::of_file(&old, format!("cannot be removed ({e})"), "empty the folder and build again"))?;
        }
    }
    Ok(settled)
}

/// The program in two files, made smaller.
fn small(script: &Path, wasm: &Path) -> Result<Code, Diagnostic> {
    let small = shrink::shortened(&Code::read(script, wasm)?);
    small.map_err(|e| Diagnostic::of_file(wasm, format!("cannot be shortened, because {e}"), "build again"))
}

/// Writes `code` into files of `to` that are called by `prefix` and their content.
fn settle(code: &Code, to: &Path, prefix: &str) -> Result<Program, Diagnostic> {
    let name = [prefix, &csp::short_hash(&[code.script.as_bytes(), &code.wasm].concat())].concat();
    let settled = Program { script: [&name, ".js"].concat(), wasm: [&name, "_bg.wasm"].concat() };
    let write = |name: &str, bytes: &[u8]| {
        let path = to.join(name);
        fs::write(&path, bytes).map_err(|e| Diagnostic::of_file(&path, format!("cannot be written ({e})"), "free some space"))
    };
    write(&settled.script, code.script.as_bytes())?;
    write(&settled.wasm, &code.wasm)?;
    Ok(settled)
}
