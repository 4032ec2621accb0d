//! Every script of the project is read as a browser reads it: it parses, asks for no name that is declared nowhere, and
//! declares none that is not used. Scripts of others, in the folders of [`FOREIGN`], are left out.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the project should stop")]

mod lint;

use std::{
    fs,
    path::{Path, PathBuf},
};

use lint::{Script, faults};

/// Folders, below the project, whose files are made elsewhere.
const FOREIGN: [&str; 6] = [".git", "target", "dist", "vendor", "node_modules", "stock"];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Adds the files below `folder` that end in `ending`, in folders that are the project's own.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !FOREIGN.contains(&name.as_str()) {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
}

/// What the Rust files of the packages say, for they fill the placeholders of scripts.
fn rust() -> String {
    let mut found = Vec::new();
    files(&project().join("src"), "rs", &mut found);
    files(&project().join("bench/src"), "rs", &mut found);
    found.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The project's files that end in `ending`, in the order of their paths.
fn read(ending: &str) -> Vec<Script> {
    let mut paths = Vec::new();
    files(project(), ending, &mut paths);
    paths.sort();
    let below = |path: &Path| path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| Script { path: below(path), text: fs::read_to_string(path).unwrap() }).collect()
}

#[test]
fn scripts_parse_and_use_what_they_declare_and_nothing_else() {
    let scripts = read("js");
    for expected in ["src/build/worker.js", "src/walk/walk.js", "tests/browsers/src/probe.js", "bench/src/observe.js"] {
        assert!(scripts.iter().any(|script| script.path == expected), "{expected} is not among the scripts that are read");
    }
    let found = faults(&scripts, &read("html"), &rust());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn faults_of(texts: &[(&str, &str)], rust: &str) -> Vec<String> {
    let of = |ending: &str| -> Vec<Script> {
        let wanted = texts.iter().filter(|(path, _)| path.ends_with(ending));
        wanted.map(|(path, text)| Script { path: (*path).into(), text: (*text).into() }).collect()
    };
    faults(&of(".js"), &of(".html"), rust)
}

#[test]
fn a_script_that_does_not_parse_is_named_with_its_line() {
    assert_eq!(faults_of(&[("a.js", "let a = 1;\nif (a {}\n")], "").len(), 1);
    assert!(faults_of(&[("a.js", "let a = 1;\nif (a {}\n")], "")[0].starts_with("a.js:2: "));
    assert!(faults_of(&[("a.js", "let a = 1; let a = 2; use(a)")], "").iter().any(|fault| fault.contains("already been declared")));
}

#[test]
fn a_name_that_is_declared_nowhere_is_named() {
    assert_eq!(faults_of(&[("a.js", "\ndocument.title = titel;")], ""), ["a.js:2: `titel` is declared nowhere; declare it or correct it"]);
    assert!(faults_of(&[("a.js", "if (window.titel) fetch(location.href);")], "").is_empty());
}

#[test]
fn a_name_that_is_not_used_is_named() {
    let text = "const used = 1;\nconst left = () => used;\nfunction old() {}\n[1].forEach((one, place) => {});";
    assert_eq!(faults_of(&[("a.js", text)], ""), ["a.js:2: `left` is not used; remove it", "a.js:3: `old` is not used; remove it"]);
}

#[test]
fn scripts_of_a_folder_may_share_what_they_declare_outside_functions() {
    assert!(faults_of(&[("a/one.js", "const shared = 1;"), ("a/two.js", "alert(shared);")], "").is_empty());
    assert_eq!(faults_of(&[("a/one.js", "const shared = 1;"), ("b/two.js", "alert(shared);")], "").len(), 2);
    assert!(faults_of(&[("a/one.js", "const show = 1;"), ("a/a.html", "<script>show()</script>")], "").is_empty());
    assert_eq!(faults_of(&[("a/one.js", "const show = 1;"), ("b/a.html", "<script>show()</script>")], "").len(), 1);
    assert!(faults_of(&[("a/one.js", "export const one = 1;")], "").is_empty());
    assert_eq!(faults_of(&[("a/one.js", "{ const own = 1; alert(own); }"), ("a/two.js", "alert(own);")], "").len(), 1);
}

#[test]
fn a_placeholder_is_one_that_the_code_fills() {
    let script = ("a.js", "@START@(WORDS);");
    assert!(faults_of(&[script], "text.replace(\"@START@\", start).replace(\"WORDS\", &words)").is_empty());
    assert_eq!(faults_of(&[script], "text.replace(\"@START@\", start)"), ["a.js:1: `WORDS` is declared nowhere; declare it or correct it"]);
}
