//! Runs a program with its output both shown and kept.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

/// Runs `cargo` with `arguments`; shows its standard output line by line and returns it with the success.
///
/// # Errors
/// One sentence when the program cannot be started or read.
pub(crate) fn cargo(arguments: &[&str]) -> Result<(bool, String), String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut child = Command::new(&cargo)
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("`{cargo}` could not be started ({e}); install Rust with rustup"))?;
    let mut kept = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|e| format!("the output of `cargo` could not be read ({e}); run it again"))?;
            println!("{line}");
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    let status = child.wait().map_err(|e| format!("`cargo` did not end properly ({e}); run it again"))?;
    Ok((status.success(), kept))
}
