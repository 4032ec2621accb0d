//! The tools that build the site: Trunk, wasm-bindgen and, for a release, wasm-opt.

use std::{
    cell::RefCell,
    ffi::OsString,
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use anyhow::Result;

use crate::{
    background::Background,
    command_line::Flags,
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
    trunk: RefCell<Trunk>,
    wasm_bindgen: PathBuf,
    rust: Rust,
    path: OsString,
    /// How the WebAssembly will be made small; `None` where it need not.
    pub(crate) wasm_opt: Option<WasmOpt>,
}

/// Trunk takes longest to compile and is needed last, so it is compiled while other stages go on.
enum Trunk {
    Ready(PathBuf),
    Coming(Background<PathBuf>),
}

impl Tools {
    /// Finds or installs them, in two stages, or three with wasm-opt. `lock` keeps other set-ups waiting.
    ///
    /// # Errors
    /// One sentence about the first that cannot be had.
    pub(super) fn ready(
        rust: &Rust,
        is_release: bool,
        flags: Flags,
        versions: &Versions,
        lock: Option<Arc<File>>,
        stages: &mut Stages,
    ) -> Result<Self> {
        let trunk = cargo_tool::trunk(versions);
        let trunk = match trunk.find() {
            Some(program) => {
                stages.skip("Trunk", "ready");
                Trunk::Ready(program)
            }
            None => Trunk::Coming(trunk.install_behind(rust, stages, lock)),
        };
        let wasm_bindgen = ready(&cargo_tool::wasm_bindgen(versions), "wasm-bindgen", rust, stages)?;
        let wasm_opt = if is_release { Some(ready_wasm_opt(flags, versions, stages)?) } else { None };
        let own = [Some(wasm_bindgen.as_path()), wasm_opt.as_ref().and_then(WasmOpt::program)];
        let path = path_with(own.into_iter().flatten().filter_map(Path::parent).chain(rust.programs()))?;
        Ok(Self { trunk: RefCell::new(trunk), wasm_bindgen, rust: rust.clone(), path, wasm_opt })
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
        command.arg("-Os").args(flags);
        Some(command)
    }

    /// Trunk with the project's tools before all others on its path; waits until it is there.
    ///
    /// # Errors
    /// One sentence when it could not be installed.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = Command::new(self.trunk_program()?);
        self.rust.apply(&mut command);
        command.current_dir(paths::root()).env("PATH", &self.path);
        // Trunk would print its own stack below each fault of the content.
        command.env("RUST_LIB_BACKTRACE", "0");
        if let Some(WasmOpt::Download { version }) = &self.wasm_opt {
            command.env("TRUNK_TOOLS_WASM_OPT", version);
        }
        Ok(command)
    }

    fn trunk_program(&self) -> Result<PathBuf> {
        let mut trunk = self.trunk.borrow_mut();
        let program = match &mut *trunk {
            Trunk::Ready(program) => return Ok(program.clone()),
            Trunk::Coming(coming) => coming.wait()?,
        };
        *trunk = Trunk::Ready(program.clone());
        Ok(program)
    }
}

fn ready(tool: &CargoTool, name: &str, rust: &Rust, stages: &mut Stages) -> Result<PathBuf> {
    match tool.find() {
        Some(program) => {
            stages.skip(name, "ready");
            Ok(program)
        }
        None => tool.install(rust, stages),
    }
}

fn ready_wasm_opt(flags: Flags, versions: &Versions, stages: &mut Stages) -> Result<WasmOpt> {
    match wasm_opt::find_usable(versions)? {
        Some(found) => {
            stages.skip("wasm-opt", "ready");
            Ok(found)
        }
        None => wasm_opt::install(versions, !flags.leaves_packages, stages),
    }
}
