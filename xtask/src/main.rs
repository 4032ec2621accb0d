//! `cargo xtask`: one command for each thing that is done with the project.

mod bench;
mod check_host;
mod count;
mod help;
mod pins;
mod place;
mod process;
mod programs;
mod references;
mod serve;
mod site;
mod sizes;
mod test;
mod tools;
mod twins;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    run(&words).unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::FAILURE
    })
}

fn run(words: &[&str]) -> Result<ExitCode, String> {
    let wants_help = words.iter().any(|word| matches!(*word, "--help" | "-h"));
    match words {
        [] | ["help" | "--help" | "-h", ..] => print!("{}", help::ALL),
        [command, ..] if wants_help && help::of(command).is_some() => print!("{}", help::of(command).unwrap_or(help::ALL)),
        ["serve", options @ ..] => return serve::run(&serve::Options::parse(options)?),
        ["build", options @ ..] => return site::run(&site::Options::parse(options)?),
        ["test", options @ ..] => return Ok(test::run(&test::Options::parse(options)?)),
        ["check-host", options @ ..] => return check_host::run(&check_host::parse(options)?),
        ["references", options @ ..] => return references::run(&references::Options::parse(options)?),
        ["bench", words @ ..] => return bench::run(words),
        [command, ..] => return Err(format!("There is no command `{command}`; `cargo xtask --help` lists what there is.")),
    }
    Ok(ExitCode::SUCCESS)
}
