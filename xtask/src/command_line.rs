//! What the command line asks for.

use std::{ffi::OsString, num::NonZeroU16};

use anyhow::{Context, Result, bail};
use lexopt::{
    Arg::{self, Long, Short, Value},
    Parser, ValueExt,
};

use crate::{help, setup::Needs};

/// A command and its own options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print this text.
    Help(&'static str),
    /// Install what the other commands need, or only this.
    Setup(Option<Needs>),
    /// Build, serve on `port` and follow each change; `open` opens the page in the browser.
    Serve { port: u16, open: bool },
    /// Build for release; the site's absolute address, if it is given, ends in `/`.
    Build { public_url: Option<String> },
    /// Run all checks; if `fast`, without the release build and what needs it.
    Test { fast: bool },
    /// Show what differs from the accepted snapshots, or take the new if `update`.
    Snapshots { update: bool },
    /// Ask the site at this address, which ends in `/`.
    CheckHost { url: String },
    /// Measure; the `bench` program reads these words.
    Bench(Vec<OsString>),
}

/// The options that every command has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// `--verbose`: all that the tools print.
    pub(crate) is_verbose: bool,
    /// `--no-install`: no packages of the system.
    pub(crate) leaves_packages: bool,
}

/// Reads the command line.
///
/// # Errors
/// One sentence about the word that is not understood.
pub(crate) fn parse(mut words: Parser) -> Result<(Task, Flags)> {
    let (mut command, mut task) = (String::new(), Task::Help(help::ALL));
    let (mut flags, mut wants_help) = (Flags::default(), false);
    while let Some(argument) = words.next().context("The options cannot be read; `cargo xtask --help` lists what there is.")? {
        match (&mut task, argument) {
            (_, Long("verbose")) => flags.is_verbose = true,
            (_, Long("no-install")) => flags.leaves_packages = true,
            (_, Long("help") | Short('h')) => wants_help = true,
            (_, Value(word)) if command.is_empty() => {
                command = word.string()?;
                task = called(&command)?;
            }
            (Task::Help(_), argument) if command.is_empty() => bail!(no_command(&shown(argument))),
            (Task::Help(_), Value(_)) => {}
            (Task::Setup(part @ None), Value(word)) if word == "rust" => *part = Some(Needs::RUST),
            (Task::Setup(part @ None), Value(word)) if word == "serve" => *part = Some(Needs::SERVE),
            (Task::Setup(part @ None), Value(word)) if word == "build" => *part = Some(Needs::BUILD),
            (Task::Serve { port, .. }, Long("port")) => {
                let value = words.value().unwrap_or_default();
                let error = || format!("`--port {}`: a port is a number from 1 to 65535, such as `--port 8081`.", value.display());
                *port = value.parse::<NonZeroU16>().ok().with_context(error)?.get();
            }
            (Task::Serve { open, .. }, Long("open")) => *open = true,
            (Task::Build { public_url }, Long("public-url")) => {
                let value = words.value().ok();
                let value = value.context("`--public-url` needs the address of the site, such as https://example.org/csto/.")?;
                *public_url = Some(address("--public-url", value)?);
            }
            (Task::Test { fast }, Long("fast")) => *fast = true,
            (Task::Snapshots { update }, Long("update")) => *update = true,
            (Task::CheckHost { url }, Value(value)) if url.is_empty() => *url = address("check-host", value)?,
            (Task::Bench(passed), Value(word)) => passed.push(word),
            (Task::Bench(passed), Long(name)) => {
                passed.push(format!("--{name}").into());
                passed.extend(words.optional_value());
            }
            (_, argument) => {
                let surplus = if matches!(argument, Value(_)) { ", or not so many words" } else { "" };
                bail!("`{command}` knows no `{}`{surplus}; `cargo xtask {command} --help` lists what it knows.", shown(argument))
            }
        }
    }
    if wants_help {
        task = Task::Help(help::of(&command).unwrap_or(help::ALL));
    }
    if matches!(&task, Task::CheckHost { url } if url.is_empty()) {
        bail!("`check-host` needs the whole address of a site, such as https://example.org/csto/.");
    }
    Ok((task, flags))
}

/// The command of this name, without options.
fn called(name: &str) -> Result<Task> {
    Ok(match name {
        "help" => Task::Help(help::ALL),
        "setup" => Task::Setup(None),
        "serve" => Task::Serve { port: 8080, open: false },
        "build" => Task::Build { public_url: None },
        "test" => Task::Test { fast: false },
        "snapshots" => Task::Snapshots { update: false },
        "check-host" => Task::CheckHost { url: String::new() },
        "bench" => Task::Bench(Vec::new()),
        _ => bail!(no_command(name)),
    })
}

/// The sentence for what is no command.
fn no_command(name: &str) -> String {
    format!("There is no command `{name}`; `cargo xtask --help` lists what there is.")
}

/// An argument as it was written.
fn shown(argument: Arg) -> String {
    match argument {
        Long(name) => format!("--{name}"),
        Short(letter) => format!("-{letter}"),
        Value(word) => word.display().to_string(),
    }
}

/// The absolute address of a site, with a `/` at its end.
fn address(option: &str, value: OsString) -> Result<String> {
    let url = value.string()?;
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || host.starts_with('/') || url.contains([' ', '"', '<', '?', '#']) {
        bail!("`{option} {url}`: must be the whole address of the site, such as https://example.org/csto/.");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(words: &[&str]) -> Task {
        parse(Parser::from_args(words)).unwrap().0
    }

    #[track_caller]
    fn assert_refused(words: &[&str], says: &str) {
        let error = format!("{:#}", parse(Parser::from_args(words)).unwrap_err());
        assert!(error.contains(says), "{words:?}: {error}");
    }

    #[test]
    fn flags_stand_anywhere() {
        for words in [["test", "--verbose", "--fast"], ["--verbose", "test", "--fast"], ["test", "--fast", "--verbose"]] {
            let flags = Flags { is_verbose: true, leaves_packages: false };
            assert_eq!(parse(Parser::from_args(words)).unwrap(), (Task::Test { fast: true }, flags));
        }
        let (task, flags) = parse(Parser::from_args(["bench", "--no-install", "d3"])).unwrap();
        assert_eq!((task, flags.leaves_packages), (Task::Bench(vec!["d3".into()]), true));
    }

    #[test]
    fn each_command_has_its_defaults_and_options() {
        assert_eq!(task(&["setup"]), Task::Setup(None));
        assert_eq!(task(&["setup", "serve"]), Task::Setup(Some(Needs::SERVE)));
        assert_eq!(task(&["serve"]), Task::Serve { port: 8080, open: false });
        for words in [&["serve", "--open", "--port", "9000"][..], &["serve", "--port=9000", "--open"]] {
            assert_eq!(task(words), Task::Serve { port: 9000, open: true });
        }
        assert_eq!(task(&["build"]), Task::Build { public_url: None });
        assert_eq!([task(&["test"]), task(&["test", "--fast"])], [false, true].map(|fast| Task::Test { fast }));
        assert_eq!([task(&["snapshots"]), task(&["snapshots", "--update"])], [false, true].map(|update| Task::Snapshots { update }));
    }

    #[test]
    fn an_address_is_whole_and_ends_in_a_slash() {
        for url in ["https://example.org/csto", "https://example.org/csto/"] {
            assert_eq!(task(&["build", "--public-url", url]), Task::Build { public_url: Some("https://example.org/csto/".into()) });
            assert_eq!(task(&["check-host", url]), Task::CheckHost { url: "https://example.org/csto/".into() });
        }
        for url in ["example.org", "https://", "https:///x", "/csto/", "https://a.b/?c", "https://a.b/\"c"] {
            assert_refused(&["build", "--public-url", url], &format!("`--public-url {url}`: must be the whole address"));
            assert_refused(&["check-host", url], &format!("`check-host {url}`: must be the whole address"));
        }
        assert_refused(&["build", "--public-url"], "needs the address");
        assert_refused(&["check-host"], "needs the whole address");
    }

    #[test]
    fn what_is_no_port_is_named_with_what_is_one() {
        for words in [&["serve", "--port"][..], &["serve", "--port", "0"], &["serve", "--port", "70000"], &["serve", "--port", "http"]] {
            assert_refused(words, "a port is a number from 1 to 65535");
        }
    }

    #[test]
    fn what_is_not_known_is_named_with_where_to_look() {
        for command in ["setup", "serve", "build", "test", "snapshots", "check-host"] {
            assert_refused(&[command, "--quick"], &format!("`{command}` knows no `--quick`"));
            assert_refused(&[command, "-q"], &format!("`cargo xtask {command} --help` lists"));
        }
        assert_refused(&["setup", "rust", "build"], "`setup` knows no `build`, or not so many words");
        assert_refused(&["test", "--fast=3"], "`cargo xtask --help` lists what there is.: unexpected argument for option '--fast'");
        assert_refused(&["test", "fast"], "`test` knows no `fast`");
        assert_refused(&["check-host", "https://a/", "b"], "`check-host` knows no `b`");
        for word in ["quick", "--quick"] {
            assert_refused(&[word, "--help"], &format!("There is no command `{word}`; `cargo xtask --help`"));
        }
    }

    #[test]
    fn help_is_that_of_the_command_wherever_it_is_asked_for() {
        for words in [&[][..], &["--help"], &["-h"], &["help"], &["help", "serve"], &["help", "--help"]] {
            assert_eq!(task(words), Task::Help(help::ALL));
        }
        for command in ["setup", "serve", "build", "test", "snapshots", "check-host", "bench"] {
            assert_eq!(Some(task(&[command, "--help"])), help::of(command).map(Task::Help));
            assert_eq!(Some(task(&["-h", command])), help::of(command).map(Task::Help));
        }
    }

    #[test]
    fn words_for_the_benchmark_are_passed_on() {
        let words = ["--frames", "--json", "a.json", "--runs=3", "d3"];
        let passed = ["--frames", "--json", "a.json", "--runs", "3", "d3"].map(OsString::from).to_vec();
        assert_eq!(task(&[&["bench"][..], &words].concat()), Task::Bench(passed));
    }
}
