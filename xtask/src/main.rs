//! `cargo xtask`: one command for each thing that is done with the project.

mod count;
mod process;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

Commands:
  test     formatting, lints (native and WebAssembly), unit and integration tests; ends with a count

The WebAssembly target and the Rust version come from rust-toolchain.toml; rustup installs them on first use.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["test"] => test::run(),
        [] | ["help" | "--help" | "-h"] | [_, "--help" | "-h"] => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        [command, ..] => {
            eprintln!("There is no command `{command}`, or it takes no such argument; `cargo xtask --help` lists what there is.");
            ExitCode::from(2)
        }
    }
}
