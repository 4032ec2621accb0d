//! What the command line asks for.

use std::path::{Path, PathBuf};

/// What to measure, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// Counted visits to each subject.
    pub(crate) runs: usize,
    /// Where the measurements go as JSON.
    pub(crate) json: Option<PathBuf>,
    /// Frames of `troop-dots` in three engines instead of visits.
    pub(crate) frames: bool,
    /// Words of which a subject's name must hold one; none chooses all.
    pub(crate) words: Vec<String>,
}

impl Options {
    /// Reads `[--frames] [--runs N] [--json FILE] [WORD…]`.
    ///
    /// # Errors
    /// One sentence about the word that is not understood.
    pub(crate) fn parse(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { runs: 7, json: None, frames: false, words: Vec::new() };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match &*word {
                "--runs" => {
                    let runs = words.next().and_then(|n| n.parse().ok()).filter(|runs| *runs > 0);
                    options.runs = runs.ok_or("`--runs` needs a number from 1, such as `--runs 7`.")?;
                }
                "--json" => options.json = Some(from_root(&words.next().ok_or("`--json` needs a file, such as `--json bench.json`.")?)),
                "--frames" => options.frames = true,
                flag if flag.starts_with('-') => return Err(format!("`{flag}` is not known; `cargo xtask bench --help` lists what is.")),
                _ => options.words.push(word.to_lowercase()),
            }
        }
        Ok(options)
    }

    /// Whether `name` is asked for.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| name.to_lowercase().contains(word))
    }
}

/// People write paths as seen from the project's root, wherever Cargo runs this.
pub(crate) fn from_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options, String> {
        Options::parse(words.iter().map(ToString::to_string))
    }

    #[test]
    fn seven_visits_to_all_unless_told() {
        let options = parse(&[]).unwrap();
        assert!(options.runs == 7 && options.wants("embed") && !options.frames);
    }

    #[test]
    fn words_choose_subjects() {
        let options = parse(&["--runs", "9", "embed", "D3"]).unwrap();
        assert_eq!(options.runs, 9);
        assert!(options.wants("embed") && options.wants("D3") && !options.wants("ECharts"));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(parse(&["--runs", "0"]).unwrap_err().contains("`--runs`"));
        assert!(parse(&["--quick"]).unwrap_err().contains("`--quick`"));
    }
}
