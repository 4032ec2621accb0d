//! `cargo xtask`: one command for each thing that is done with the project.

mod background;
mod bench;
mod check_host;
mod command_line;
mod fault;
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

use anyhow::Result;
use lexopt::Parser;

use command_line::Task;
use setup::Needs;

fn main() -> ExitCode {
    run(Parser::from_env()).unwrap_or_else(|error| {
        fault::print(&error);
        ExitCode::FAILURE
    })
}

fn run(words: Parser) -> Result<ExitCode> {
    let (task, flags) = command_line::parse(words)?;
    match task {
        Task::Help(text) => {
            say::write(format_args!("{text}"));
            Ok(ExitCode::SUCCESS)
        }
        Task::Setup(part) => setup::run(part.unwrap_or_else(|| Needs::test(false)), flags),
        Task::Serve { port, open } => serve::run(port, open, flags),
        Task::Build { public_url } => site::run(public_url.as_deref(), flags),
        Task::Test { fast } => Ok(test::run(fast, flags)),
        Task::Snapshots { update } => snapshots::run(update, flags),
        Task::CheckHost { url } => check_host::run(&url),
        Task::Bench(words) => bench::run(&words, flags),
    }
}
