//! The compiled programs become files of the site: made smaller, and named by their content.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{assets::Program, csp, shrink};
use crate::figures::registry;

/// How the files of the page's program begin; their hash follows.
pub const PAGE: &str = "csto-explainer-";

/// What a program of one figure does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Brings the figure alive.
    Living,
    /// Saves pictures of it.
    Pictures,
}

impl Kind {
    /// Both.
    const ALL: [Self; 2] = [Self::Living, Self::Pictures];

    /// What such a program of the figure `id` is called; `cargo xtask build` calls its files so.
    fn name(self, id: &str) -> String {
        let kind = if self == Self::Living { "figure" } else { "pictures" };
        format!("{kind}-{id}")
    }

    /// How its files in the site begin; their hash follows.
    pub fn prefix(self, id: &str) -> String {
        self.name(id) + "-"
    }
}

/// Takes over the embeds' programs that `cargo xtask build` compiled: `figure-<id>.js` and `.wasm` of each figure in `from`,
/// and `pictures-<id>` of those that have one, become files in `to`.
///
/// # Errors
/// Names the file that cannot be read or written.
pub fn adopt(from: &Path, to: &Path) -> Result<(), String> {
    for figure in registry::ALL {
        for kind in Kind::ALL {
            let [script, wasm] = [".js", ".wasm"].map(|end| from.join(kind.name(figure.id) + end));
            if kind == Kind::Living || wasm.exists() {
                settle(&script, &wasm, to, &kind.prefix(figure.id))?;
            }
        }
    }
    Ok(())
}

/// Puts the page's program, as Trunk left it in `folder`, in its place there. Trunk's names tell what was compiled, not what
/// has been made of it since; a browser that keeps files by name for a year would mix two editions.
///
/// # Errors
/// Names the file that cannot be read, written or removed.
pub fn settle_page(folder: &Path, program: &Program) -> Result<Program, String> {
    let [script, wasm] = [&program.script, &program.wasm].map(|name| folder.join(name));
    let settled = settle(&script, &wasm, folder, PAGE)?;
    for (old, new) in [(script, &settled.script), (wasm, &settled.wasm)] {
        if old != folder.join(new) {
            fs::remove_file(&old).map_err(|e| format!("{}: cannot be removed ({e}); empty the folder and build again", old.display()))?;
        }
    }
    Ok(settled)
}

fn settle(script: &Path, wasm: &Path, to: &Path, prefix: &str) -> Result<Program, String> {
    let read = |path: &Path| fs::read(path).map_err(|e| format!("{}: cannot be read ({e}); run `cargo xtask build`", path.display()));
    let small = shrink::shortened(&read(script)?, &read(wasm)?);
    let (text, code) = small.map_err(|what| format!("{}: cannot be shortened ({what}); build again", wasm.display()))?;
    let name = [prefix, &csp::short_hash(&[&*text, &*code].concat())].concat();
    let settled = Program { script: [&name, ".js"].concat(), wasm: [&name, "_bg.wasm"].concat() };
    let write = |path: PathBuf, bytes: Vec<u8>| {
        fs::write(&path, bytes).map_err(|e| format!("{}: cannot be written ({e}); free some space", path.display()))
    };
    write(to.join(&settled.script), text)?;
    write(to.join(&settled.wasm), code)?;
    Ok(settled)
}
