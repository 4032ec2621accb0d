//! The tools that build the site: Trunk, wasm-bindgen and, for a release, wasm-opt.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    flags::Flags,
    paths,
    process::path_with,
    progress::Stages,
    setup::{
        cargo_tool::{self, CargoTool},
        rust::Rust,
        wasm_opt::{self, WasmOpt},
    },
    tool_versions::Versions,
};

/// What building and serving need, ready to use.
pub(crate) struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    rust: Rust,
    path: OsString,
    /// How the WebAssembly will be made small; `None` where it need not.
    pub(crate) wasm_opt: Option<WasmOpt>,
}

impl Tools {
    /// Finds or installs them, in two stages, or three with wasm-opt.
    ///
    /// # Errors
    /// One sentence about the first that cannot be had.
    pub(super) fn ready(rust: &Rust, is_release: bool, flags: Flags, versions: &Versions, stages: &mut Stages) -> Result<Self, String> {
        let trunk = ready(&cargo_tool::trunk(versions), "Trunk", rust, stages)?;
        let wasm_bindgen = ready(&cargo_tool::wasm_bindgen(versions), "wasm-bindgen", rust, stages)?;
        let wasm_opt = if is_release { Some(ready_wasm_opt(flags, versions, stages)?) } else { None };
        let own = [Some(trunk.as_path()), Some(wasm_bindgen.as_path()), wasm_opt.as_ref().and_then(WasmOpt::program)];
        let path = path_with(own.into_iter().flatten().filter_map(Path::parent).chain(rust.programs()))?;
        Ok(Self { trunk, wasm_bindgen, rust: rust.clone(), path, wasm_opt })
    }

    /// wasm-bindgen.
    pub(crate) fn wasm_bindgen(&self) -> Command {
        let mut command = Command::new(&self.wasm_bindgen);
        command.current_dir(paths::root());
        command
    }

    /// wasm-opt with the project's flags, where there is one besides Trunk's own download.
    pub(crate) fn wasm_opt(&self) -> Option<Command> {
        let Some(WasmOpt::Program(program, flags)) = &self.wasm_opt else { return None };
        let mut command = Command::new(program);
        command.arg("-Oz").args(flags);
        Some(command)
    }

    /// Trunk with the project's tools before all others on its path.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        self.rust.apply(&mut command);
        command.current_dir(paths::root()).env("PATH", &self.path);
        // Trunk would print its own stack below each fault of the content.
        command.env("RUST_LIB_BACKTRACE", "0");
        if let Some(WasmOpt::Download { version }) = &self.wasm_opt {
            command.env("TRUNK_TOOLS_WASM_OPT", version);
        }
        command
    }
}

fn ready(tool: &CargoTool, name: &str, rust: &Rust, stages: &mut Stages) -> Result<PathBuf, String> {
    match tool.find() {
        Some(program) => {
            stages.skip(name, "ready");
            Ok(program)
        }
        None => tool.install(rust, stages),
    }
}

fn ready_wasm_opt(flags: Flags, versions: &Versions, stages: &mut Stages) -> Result<WasmOpt, String> {
    match wasm_opt::find_usable(versions)? {
        Some(found) => {
            stages.skip("wasm-opt", "ready");
            Ok(found)
        }
        None => wasm_opt::install(versions, !flags.leaves_packages, stages),
    }
}
