//! The outside tools: found, or installed once into a cache outside the checkout.

pub(crate) mod apt;
pub(crate) mod browsers;
pub(crate) mod cargo_tool;
pub(crate) mod servers;
mod target;
mod wasm_opt;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{pins, place, process::path_with};

pub(crate) use wasm_opt::WasmOpt;

/// What building and serving need, ready to use.
pub(crate) struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    path: OsString,
    /// How the WebAssembly will be made small.
    pub(crate) wasm_opt: WasmOpt,
}

/// Finds or installs the WebAssembly target, Trunk, wasm-bindgen and wasm-opt; says what it does.
///
/// # Errors
/// One sentence about the first that cannot be had.
pub(crate) fn set_up() -> Result<Tools, String> {
    let pins = pins::read()?;
    target::ready()?;
    let trunk = cargo_tool::trunk(&pins).ready()?;
    let wasm_bindgen = cargo_tool::wasm_bindgen(&pins).ready()?;
    let wasm_opt = wasm_opt::ready(&pins)?;
    let first = [Some(trunk.as_path()), Some(wasm_bindgen.as_path()), wasm_opt.program()];
    let path = path_with(first.into_iter().flatten().filter_map(Path::parent))?;
    Ok(Tools { trunk, wasm_bindgen, path, wasm_opt })
}

impl Tools {
    /// wasm-bindgen.
    pub(crate) fn wasm_bindgen(&self) -> Command {
        let mut command = Command::new(&self.wasm_bindgen);
        command.current_dir(place::root());
        command
    }

    /// wasm-opt with the project's flags, where there is one besides Trunk's own download.
    pub(crate) fn wasm_opt(&self) -> Option<Command> {
        let WasmOpt::Program(program, flags) = &self.wasm_opt else { return None };
        let mut command = Command::new(program);
        command.arg("-Oz").args(flags);
        Some(command)
    }

    /// Trunk with the project's tools before all others on its path.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        command.current_dir(place::root()).env("PATH", &self.path);
        // Trunk would print its own stack below each fault of the content.
        command.env("RUST_LIB_BACKTRACE", "0");
        if let WasmOpt::Download { version } = &self.wasm_opt {
            command.env("TRUNK_TOOLS_WASM_OPT", version);
        }
        command
    }
}
