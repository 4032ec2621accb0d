//! `cargo xtask`: one command for each thing that is done with the project.

mod background;
mod bench;
mod check_host;
mod fault;
mod flags;
mod help;
mod paths;
mod precompressed;
mod process;
mod programs;
mod progress;
mod say;
mod serve;
mod setup;
mod site;
mod sizes;
mod snapshots;
mod test;
mod test_summary;
mod tool_versions;

use std::process::ExitCode;

use anyhow::{Result, bail};

use flags::Flags;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    let flags = Flags::take(&mut words);
    run(&words, flags).unwrap_or_else(|error| {
        fault::print(&error);
        ExitCode::FAILURE
    })
}

fn run(words: &[&str], flags: Flags) -> Result<ExitCode> {
    let wants_help = words.iter().any(|word| matches!(*word, "--help" | "-h"));
    match words {
        [] | ["help" | "--help" | "-h", ..] => say::write(format_args!("{}", help::ALL)),
        [command, ..] if wants_help && help::of(command).is_some() => {
            say::write(format_args!("{}", help::of(command).unwrap_or(help::ALL)))
        }
        ["setup", words @ ..] => return setup::run(words, flags),
        ["serve", options @ ..] => return serve::run(&serve::Options::parse(options)?, flags),
        ["build", options @ ..] => return site::run(&site::Options::parse(options)?, flags),
        ["test", options @ ..] => return Ok(test::run(&test::Options::parse(options)?, flags)),
        ["check-host", options @ ..] => return check_host::run(&check_host::parse(options)?),
        ["snapshots", options @ ..] => return snapshots::run(&snapshots::Options::parse(options)?, flags),
        ["bench", words @ ..] => return bench::run(words, flags),
        [command, ..] => bail!("There is no command `{command}`; `cargo xtask --help` lists what there is."),
    }
    Ok(ExitCode::SUCCESS)
}
