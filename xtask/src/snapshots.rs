//! `cargo xtask snapshots`: what the figures are now beside what was accepted, on one page; `--update` takes the new.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process::{ExitCode, Stdio},
};

use anyhow::{Context, Result};

use crate::{
    command_line::Flags,
    paths,
    process::not_started,
    progress::Stages,
    say::say,
    setup::{self, Needs},
};

/// Accepted texts, and where the tests leave the new ones: of the built figures, and of what Chromium reads out.
const PLACES: [(&str, &str); 2] =
    [("tests/snapshots", "target/tmp/snapshots"), ("tests/browsers/snapshots", "target/tmp/browser-snapshots")];

/// The test that makes the new texts of the built figures. Those of Chromium come from the last run of the browser tests.
const MAKE: &[&str] = &["test", "--quiet", "--package", "csto-explainer", "--test", "snapshots"];

const PAGE: &str = "target/snapshots.html";

/// A text that differs; `None` where there is none.
#[derive(Debug, PartialEq, Eq)]
struct Change {
    /// Its path below the project, where accepted texts lie.
    path: String,
    old: Option<String>,
    new: Option<String>,
}

/// Makes the new texts and shows what differs, or accepts it if `update`.
///
/// # Errors
/// One sentence when the texts cannot be made, read or written.
pub(crate) fn run(update: bool, flags: Flags) -> Result<ExitCode> {
    let ready = setup::ready(Needs::RUST, flags, &mut Stages::new(Needs::RUST.stages(), flags.is_verbose))?;
    say!("The figures are built …");
    // Else those of an earlier run would be shown where the test cannot run.
    drop(fs::remove_dir_all(paths::root().join(PLACES[0].1)));
    let mut make = ready.rust.cargo();
    // It fails where a text differs, which is what is looked for.
    make.args(MAKE).stdout(Stdio::null()).stderr(Stdio::null()).status().with_context(|| not_started(&make))?;
    let changes = changes(paths::root()).context("The figures cannot be compared; `cargo test --test snapshots` says why.")?;
    if changes.is_empty() {
        say!("No figure differs from what was accepted.");
    } else if update {
        accept(paths::root(), &changes).context("tests/snapshots: cannot be written; free some space.")?;
        changes.iter().for_each(|change| say!("accepted {}", change.path));
    } else {
        changes.iter().for_each(|change| say!("differs  {}", change.path));
        let page = paths::root().join(PAGE);
        fs::write(&page, html(&changes, &style(paths::root()))).with_context(|| format!("{PAGE}: cannot be written; free some space."))?;
        say!("Side by side in {}; `cargo xtask snapshots --update` takes the new.", page.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn changes(root: &Path) -> io::Result<Vec<Change>> {
    let mut changes = Vec::new();
    for (updated, made) in PLACES {
        let is_needed = (updated, made) == PLACES[0];
        if !is_needed && !root.join(made).is_dir() {
            continue;
        }
        let (old, mut new) = (texts(&root.join(updated))?, texts(&root.join(made))?);
        let mut add = |path: String, old: Option<String>, new: Option<String>| {
            if old != new {
                changes.push(Change { path: [updated, "/", &path].concat(), old, new });
            }
        };
        for (path, old) in old {
            let new = new.remove(&path);
            add(path, Some(old), new);
        }
        new.into_iter().for_each(|(path, new)| add(path, None, Some(new)));
    }
    Ok(changes)
}

/// The texts in the folders of `root`, by their path below it.
fn texts(root: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for folder in folders(root)? {
        for file in fs::read_dir(root.join(&folder))? {
            let file = file?;
            texts.insert(format!("{folder}/{}", file.file_name().to_string_lossy()), fs::read_to_string(file.path())?);
        }
    }
    Ok(texts)
}

fn folders(root: &Path) -> io::Result<Vec<String>> {
    let paths = fs::read_dir(root)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    let names = paths.iter().filter(|path| path.is_dir()).filter_map(|path| path.file_name());
    Ok(names.map(|name| name.to_string_lossy().into_owned()).collect())
}

fn accept(root: &Path, changes: &[Change]) -> io::Result<()> {
    for change in changes {
        let path = root.join(&change.path);
        match &change.new {
            Some(text) => {
                fs::create_dir_all(path.parent().unwrap_or(root))?;
                fs::write(path, text)?;
            }
            None => fs::remove_file(path)?,
        }
    }
    Ok(())
}

/// The project's styles, so that the drawings have their colours.
fn style(root: &Path) -> String {
    let files = fs::read_dir(root.join("style")).into_iter().flatten().flatten();
    files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect()
}

fn html(changes: &[Change], style: &str) -> String {
    let mut page = format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><title>References</title><style>{style}\n\
         .pair {{ display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }} .pair > * {{ min-inline-size: 0; }}\n\
         .pair svg {{ display: block; inline-size: auto; }} pre {{ font-size: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }} body {{ display: block; margin: 1rem; }}</style>"
    );
    for change in changes {
        let [old, new] = [&change.old, &change.new].map(|text| text.as_deref().unwrap_or_default());
        page += &format!("<h2>{}</h2><div class=\"pair\"><b>old</b><b>new</b>", change.path);
        if change.path.ends_with(".svg") || change.path.ends_with(".html") {
            // The folder is the figure's id, by which its own styles choose.
            let id = change.path.rsplit('/').nth(1).unwrap_or_default();
            page += &[old, new].map(|text| format!("<div id=\"{id}\">{text}</div>")).concat();
        }
        page += &differing(old, new).map(|lines| format!("<pre>{}</pre>", escaped(&lines))).concat();
        page += "</div>";
    }
    page
}

/// The lines of both texts without those that they share at their beginning and end.
fn differing(old: &str, new: &str) -> [String; 2] {
    let [mut a, mut b] = [old, new].map(|text| text.lines().collect::<Vec<_>>());
    while a.last().is_some() && a.last() == b.last() {
        a.pop();
        b.pop();
    }
    let shared = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    [a, b].map(|lines| lines[shared..].join("\n"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        assert_eq!(differing("a\nb\nc\nd", "a\nx\nd"), ["b\nc", "x"]);
        assert_eq!(differing("a\na", "a"), ["a", ""]);
        assert_eq!(differing("", "a"), ["", "a"]);
    }

    #[test]
    fn changes_are_found_shown_and_accepted() {
        let root = std::env::temp_dir().join(format!("csto-snapshots-{}", std::process::id()));
        let put = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        for (path, text) in [("kept", "1"), ("gone", "2"), ("other", "3")] {
            put(&format!("tests/snapshots/map/{path}.svg"), text);
        }
        for (path, text) in [("kept", "1"), ("other", "<4"), ("added", "5")] {
            put(&format!("target/tmp/snapshots/map/{path}.svg"), text);
        }
        let found = changes(&root).unwrap();
        let paths: Vec<_> = found.iter().map(|change| change.path.as_str()).collect();
        assert_eq!(paths, ["gone", "other", "added"].map(|name| format!("tests/snapshots/map/{name}.svg")));
        assert!(html(&found, "").contains("<pre>&lt;4</pre>"));
        accept(&root, &found).unwrap();
        assert_eq!(changes(&root).unwrap(), []);
        fs::remove_dir_all(root).unwrap();
    }
}
