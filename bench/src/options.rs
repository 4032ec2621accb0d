//! What the command line asks for.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::subject::{BEFORE, BEFORE_AT_FIGURE};

/// What to measure, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// Counted visits to each subject.
    pub(crate) runs: usize,
    /// Where the measurements go as JSON.
    pub(crate) json: Option<PathBuf>,
    /// Frames of `troop-dots` in three engines instead of visits.
    pub(crate) frames: bool,
    /// A folder with another build of the site, whose embed, and page opened at the figure, are measured as well.
    pub(crate) before: Option<PathBuf>,
    /// Words of which the name of a subject, or of a way of dots, must hold one; none chooses all.
    pub(crate) words: Vec<String>,
}

impl Options {
    /// Reads `[--frames] [--runs N] [--json FILE] [--before DIR] [WORD…]`.
    ///
    /// # Errors
    /// One sentence about the word that is not understood.
    pub(crate) fn parse(mut parser: Parser) -> Result<Self> {
        const HELP: &str = "`cargo xtask bench --help` lists what is";
        let mut options = Self { runs: 7, json: None, frames: false, before: None, words: Vec::new() };
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("runs") => {
                    let runs = parser.value().ok().and_then(|value| value.parse().ok()).filter(|runs| *runs > 0);
                    options.runs = runs.context("`--runs` needs a number from 1, such as `--runs 7`.")?;
                }
                Arg::Long("json") => {
                    let file = parser.value().map_err(|_| anyhow!("`--json` needs a file, such as `--json bench.json`."))?;
                    options.json = Some(from_root(file));
                }
                Arg::Long("before") => {
                    let folder = parser
                        .value()
                        .map_err(|_| anyhow!("`--before` needs the folder of another build, such as `--before ../first/dist`."))?;
                    options.before = Some(from_root(folder));
                }
                Arg::Long("frames") => options.frames = true,
                Arg::Value(word) => options.words.push(word.string()?.to_lowercase()),
                Arg::Long(flag) => bail!("`--{flag}` is not known; {HELP}."),
                Arg::Short(flag) => bail!("`-{flag}` is not known; {HELP}."),
            }
        }
        Ok(options)
    }

    /// Whether `name` is to be measured.
    pub(crate) fn wants(&self, name: &str) -> bool {
        if [BEFORE, BEFORE_AT_FIGURE].contains(&name) && self.before.is_none() {
            return false;
        }
        name == BEFORE || self.words.is_empty() || self.words.iter().any(|word| name.to_lowercase().contains(word))
    }
}

/// People write paths as seen from the project's root, wherever Cargo runs this.
pub(crate) fn from_root(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options> {
        Options::parse(Parser::from_args(words))
    }

    #[test]
    fn seven_visits_to_all_by_default() {
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
    fn another_build_is_measured_where_its_folder_is_named() {
        assert!(!parse(&["before"]).unwrap().wants(BEFORE));
        let options = parse(&["--before", "/first/dist", "embed"]).unwrap();
        assert!(options.wants(BEFORE) && options.wants("embed") && !options.wants("D3"));
        assert_eq!(options.before, Some(PathBuf::from("/first/dist")));
        assert!(parse(&["--before"]).unwrap_err().to_string().contains("`--before`"));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(parse(&["--runs", "0"]).unwrap_err().to_string().contains("`--runs`"));
        assert!(parse(&["--quick"]).unwrap_err().to_string().contains("`--quick`"));
    }
}
