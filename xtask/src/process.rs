//! Finds programs and runs them.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result};

use crate::say::say;

/// The program `name` on the path.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    find_in(&env::var_os("PATH")?, name)
}

/// The program `name` in the folders of `path`, under the endings that the system gives to programs.
pub(crate) fn find_in(path: &OsStr, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    env::split_paths(path).flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}")))).find(|p| p.is_file())
}

/// The path of programs with the folders of `first` before all others.
///
/// # Errors
/// One sentence when a folder's name cannot stand in a path.
pub(crate) fn path_with<'a>(first: impl Iterator<Item = &'a Path>) -> Result<OsString> {
    let before = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.map(PathBuf::from).chain(env::split_paths(&before)))
        .context("The path of programs cannot be extended; set XDG_CACHE_HOME to a folder without `:` or `;` in its name.")
}

/// What `program` prints when it succeeds, without showing it.
pub(crate) fn output(program: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `command` with its output shown; whether it succeeded.
///
/// # Errors
/// One sentence when it cannot be started.
pub(crate) fn run(command: &mut Command) -> Result<bool> {
    Ok(command.status().with_context(|| not_started(command))?.success())
}

/// Runs `command`; shows its standard output line by line and returns it with the success.
///
/// # Errors
/// One sentence when it cannot be started or read.
pub(crate) fn run_capturing(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| not_started(command))?;
    let mut printed = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.with_context(|| format!("The output of {} could not be read; run it again.", name(command)))?;
            say!("{line}");
            printed.push_str(&line);
            printed.push('\n');
        }
    }
    let status = child.wait().with_context(|| not_ended(command))?;
    Ok((status.success(), printed))
}

/// The sentence for a program that the system does not start.
pub(crate) fn not_started(command: &Command) -> String {
    format!("{} could not be started; install it again.", name(command))
}

/// The sentence for a program whose end the system does not tell.
pub(crate) fn not_ended(command: &Command) -> String {
    format!("{} did not end properly; run it again.", name(command))
}

fn name(command: &Command) -> String {
    format!("`{}`", Path::new(command.get_program()).display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_found_in_the_folders_given_and_nowhere_else() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(find_in(folder.as_os_str(), "no-such-program"), None);
        if !cfg!(windows) {
            assert_eq!(find_in(folder.as_os_str(), "Cargo.toml"), Some(folder.join("Cargo.toml")));
        }
    }

    #[test]
    fn a_missing_program_is_one_sentence_and_its_cause() {
        for error in
            [run(&mut Command::new("no-such-program")).unwrap_err(), run_capturing(&mut Command::new("no-such-program")).unwrap_err()]
        {
            assert_eq!(error.to_string(), "`no-such-program` could not be started; install it again.");
            assert_eq!(error.downcast_ref::<std::io::Error>().unwrap().kind(), std::io::ErrorKind::NotFound);
        }
    }
}
