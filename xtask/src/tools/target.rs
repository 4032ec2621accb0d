//! The standard library for WebAssembly.

use std::path::Path;

use crate::process::{find, output, shown};

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can compile to WebAssembly.
///
/// # Errors
/// One sentence when it cannot and rustup cannot mend it.
pub(crate) fn ready() -> Result<(), String> {
    let rustc = find("rustc").ok_or("There is no `rustc` on the path; install Rust with rustup (https://rustup.rs).")?;
    let folder = output(&rustc, &["--print", "target-libdir", "--target", TARGET]);
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    let Some(rustup) = find("rustup") else {
        return Err(format!(
            "This Rust cannot compile to {TARGET}; install Rust with rustup (https://rustup.rs), or the target with your system's packages."
        ));
    };
    println!("Set-up: the WebAssembly target, by rustup; some seconds.");
    if shown(std::process::Command::new(rustup).args(["target", "add", TARGET]))? {
        Ok(())
    } else {
        Err(format!("rustup could not add {TARGET}, as its message above says; check the network and run `rustup target add {TARGET}`."))
    }
}
