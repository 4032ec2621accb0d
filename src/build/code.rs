//! A compiled program: the module that wasm-bindgen wrote, and the WebAssembly that it loads.

use std::{fs, path::Path};

use crate::content::error::Diagnostic;

/// One, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The module.
    pub script: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

impl Code {
    /// The one in the files at `script` and `wasm`.
    ///
    /// # Errors
    /// Names the file that cannot be read.
    pub(crate) fn read(script: &Path, wasm: &Path) -> Result<Self, Diagnostic> {
        let fault = |path: &Path, e: std::io::Error| Diagnostic::of_file(path, format!("cannot be read ({e})"), "run `cargo xtask build`");
        Ok(Self { script: fs::read_to_string(script).map_err(|e| fault(script, e))?, wasm: fs::read(wasm).map_err(|e| fault(wasm, e))? })
    }
}

/// A compiled program, as file names with their hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The module that loads the other file.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
}
