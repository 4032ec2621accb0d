//! Finds programs and runs them.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

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
pub(crate) fn path_with<'a>(first: impl Iterator<Item = &'a Path>) -> Result<OsString, String> {
    let before = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.map(PathBuf::from).chain(env::split_paths(&before))).map_err(|e| {
        format!("The path of programs cannot be extended ({e}); set XDG_CACHE_HOME to a folder without `:` or `;` in its name.")
    })
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
pub(crate) fn run(command: &mut Command) -> Result<bool, String> {
    command.status().map(|status| status.success()).map_err(|e| not_started(command, &e))
}

/// Runs `command`; shows its standard output line by line and returns it with the success.
///
/// # Errors
/// One sentence when it cannot be started or read.
pub(crate) fn run_capturing(command: &mut Command) -> Result<(bool, String), String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| not_started(command, &e))?;
    let mut printed = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|e| format!("The output of {} could not be read ({e}); run it again.", name(command)))?;
            say!("{line}");
            printed.push_str(&line);
            printed.push('\n');
        }
    }
    let status = child.wait().map_err(|e| format!("{} did not end properly ({e}); run it again.", name(command)))?;
    Ok((status.success(), printed))
}

/// The sentence for a program that the system does not start.
pub(crate) fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not be started ({error}); install it again.", name(command))
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
    fn a_missing_program_is_one_sentence() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert!(error.starts_with("`no-such-program` could not be started ("), "{error}");
        assert!(run_capturing(&mut Command::new("no-such-program")).is_err());
    }
}
