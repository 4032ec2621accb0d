//! The embeds' own programs, as `cargo xtask build` compiled them, become files of the site.

use std::{fs, path::Path};

use super::{csp, shrink};
use crate::figures::registry;

/// How the files of the program of the figure `id` begin; their hash follows.
pub fn prefix(id: &str) -> String {
    format!("figure-{id}-")
}

/// Copies `<id>.js` and `<id>.wasm` of each figure from `from` into `to`, made smaller and named by their content.
///
/// # Errors
/// Names the file that cannot be read or written.
pub fn adopt(from: &Path, to: &Path) -> Result<(), String> {
    for figure in registry::ALL {
        let read = |end: &str| {
            let path = from.join([figure.id, end].concat());
            fs::read(&path).map_err(|e| format!("{}: cannot be read ({e}); run `cargo xtask build`", path.display()))
        };
        let (script, wasm) = shrink::shortened(&read(".js")?, &read(".wasm")?);
        let name = [prefix(figure.id), csp::short_hash(&[&*script, &*wasm].concat())].concat();
        for (end, bytes) in [(".js", script), ("_bg.wasm", wasm)] {
            let path = to.join([&name, end].concat());
            fs::write(&path, bytes).map_err(|e| format!("{}: cannot be written ({e}); free some space", path.display()))?;
        }
    }
    Ok(())
}
