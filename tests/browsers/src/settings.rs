//! The settings of a run of the suite, from variables and the words of its command line.

use std::{env, path::PathBuf};

use crate::{expect::TestResult, files};

/// What to try, and on what.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The built site.
    pub dist: PathBuf,
    /// Whether browsers show their windows.
    pub visible: bool,
    /// Whether an engine that is missing is a failure.
    pub complete: bool,
    /// Words that the name of a case and its engine must hold.
    pub filters: Vec<String>,
    /// Each answer of the site's host comes up to so many milliseconds late, at random.
    pub late: usize,
    /// Whether only to list the cases.
    pub list: bool,
}

impl Settings {
    /// From `DIST`, `VISIBLE`, `CI`, `LATE` and the `words` of the command line.
    ///
    /// # Errors
    /// One sentence when there is no built site, or a variable or a word that isn't understood.
    pub fn read(words: impl Iterator<Item = String>) -> TestResult<Self> {
        let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
        let dist = env::var_os("DIST").filter(|dist| !dist.is_empty()).map(PathBuf::from);
        let dist = dist.ok_or("DIST is not set; `cargo xtask build` makes dist/, then run with DIST=dist.")?;
        let late = env::var("LATE").unwrap_or_else(|_| "0".into());
        let late = late.parse().map_err(|_| format!("LATE={late} is no number of milliseconds."))?;
        let settings = Self { dist: from_root(dist), visible: is("VISIBLE", "1"), complete: is("CI", "true"), late, ..Self::of(words)? };
        if files::find(&settings.dist, "").is_none() {
            return Err(format!("DIST={} has no index.html; `cargo xtask build` makes one in dist/.", settings.dist.display()).into());
        }
        Ok(settings)
    }

    fn of(words: impl Iterator<Item = String>) -> TestResult<Self> {
        let mut settings = Self::default();
        for word in words {
            match &*word {
                "--list" => settings.list = true,
                flag if flag.starts_with('-') => {
                    return Err(format!("`{flag}` is not known; give words of a case's name, or --list.").into());
                }
                _ => settings.filters.push(word),
            }
        }
        Ok(settings)
    }

    /// Whether the case `name`, with its engine before it, is asked for.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.filters.iter().all(|word| name.contains(word.as_str()))
    }
}

/// Cargo runs tests in their package's folder; people write the path as seen from the workspace's.
fn from_root(dist: PathBuf) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    if dist.is_relative() { root.join(dist) } else { dist }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> TestResult<Settings> {
        Settings::of(words.iter().map(ToString::to_string))
    }

    #[test]
    fn all_words_must_be_in_the_name() {
        let settings = of(&["firefox", "keyboard"]).unwrap();
        assert!(settings.wants("firefox keyboard::arrow_keys"));
        assert!(!settings.wants("webkit keyboard::arrow_keys") && !settings.wants("firefox state::back"));
        assert!(of(&[]).unwrap().wants("anything"));
        assert!(of(&["--list"]).unwrap().list);
    }

    #[test]
    fn unknown_flags_are_named() {
        assert!(of(&["--nocapture"]).unwrap_err().to_string().starts_with("`--nocapture` is not known"));
    }
}
