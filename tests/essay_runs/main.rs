//! No text repeats a run of the essay's words outside quotation marks: it is retold, never copied.
//!
//! The essay is not in the repository. `numbers.txt` has a number for each of its runs; `examples/essay_runs.rs` makes it.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

mod runs;

use std::{collections::BTreeSet, path::Path};

use csto_explainer::{
    content::{
        Content,
        files::{Files, read_files},
        inline,
        load::load,
        markdown,
        texts::{self, Text},
    },
    figures::for_content::FIGURES,
    page::article,
};
use runs::{LENGTH, number, runs};

/// Words and the reason for which they may stand; runs within them are free.
type Allowed = (&'static str, &'static str);

/// What is allowed.
const ALLOWED: [Allowed; 2] = [
    (TITLE, "the essay’s title, which every mention of it needs"),
    (
        "an armed attack threatening security, stability, territorial integrity and sovereignty",
        "article 4 itself, in the figure of its wordings",
    ),
];

/// What stands there quoted without marks: phrases of a treaty.
const PHRASES: &str = ".phrases[";

fn numbers() -> BTreeSet<u64> {
    let lines = include_str!("numbers.txt").lines();
    lines.map(|line| u64::from_str_radix(line, 16).expect("a number of sixteen digits")).collect()
}

fn real() -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable")
}

/// `text` as it is read, with the values of the data.
fn written(text: &Text, content: &Content) -> String {
    let statement = text.place.strip_suffix(".statement").filter(|id| content.facts.contains_key(*id));
    statement.map_or_else(|| texts::bare(&inline::plain(content, &text.words)), |id| content.statement(id))
}

/// The parts of `text` outside “ and ”.
fn unquoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('“').enumerate().map(|(n, part)| if n == 0 { part } else { part.split_once('”').map_or("", |(_, after)| after) })
}

/// Each run of `text` that has one of the `numbers` and is not `allowed`.
fn repeated(text: &str, numbers: &BTreeSet<u64>, allowed: &[Allowed]) -> Vec<String> {
    // Taken as quoted, so that they make no run with the words beside them; otherwise written they are known by their runs.
    let text = allowed.iter().fold(text.to_owned(), |text, (words, _)| text.replace(words, "“”"));
    let allowed: Vec<String> = allowed.iter().flat_map(|(words, _)| runs(words)).collect();
    unquoted(&text).flat_map(runs).filter(|run| numbers.contains(&number(run)) && !allowed.contains(run)).collect()
}

/// The runs of the content that repeat the essay, as messages.
fn messages(files: &Files, allowed: &[Allowed]) -> Vec<String> {
    let (content, numbers) = (load(files, "en", &FIGURES).expect("the content loads"), numbers());
    let mut found = Vec::new();
    for text in content.texts.iter().filter(|text| !text.place.contains(PHRASES)) {
        for run in repeated(&written(text, &content), &numbers, allowed) {
            found.push(format!(
                "{}: {}: has {LENGTH} words in a row from the essay (“{run}”); retell them, quote them with the speaker, or add the run \
                 with a reason to tests/essay_runs/main.rs",
                text.file, text.place
            ));
        }
    }
    found
}

#[test]
fn no_text_repeats_the_essay() {
    let found = messages(&real(), &ALLOWED);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Figures and lists make sentences of several texts.
#[test]
fn the_prerendered_page_repeats_nothing_either() {
    let content = load(&real(), "en", &FIGURES).expect("the content loads");
    let page = article::alone(&content).expect("the page is built").html;
    let found = repeated(&markdown::plain(&page), &numbers(), &ALLOWED);
    assert!(found.is_empty(), "the page has words in a row from the essay; retell them: {}", found.join("\n"));
}

#[test]
fn what_is_allowed_is_the_essays_with_a_reason_and_needed() {
    let content = load(&real(), "en", &FIGURES).expect("the content loads");
    let (page, numbers) = (markdown::plain(&article::alone(&content).expect("the page is built").html), numbers());
    for (words, reason) in ALLOWED {
        assert!(!repeated(words, &numbers, &[]).is_empty() && !reason.is_empty(), "“{words}” is no run of the essay; remove it");
        assert!(page.contains(words), "“{words}” stands nowhere on the page; remove it");
    }
}

/// The essay's title, with which its text begins, is public.
const TITLE: &str = "How a Russian-Led Alliance Keeps a Lid on Central Asia";

#[test]
fn a_repeated_run_is_named_with_file_and_place() {
    for (file, from, place) in [
        ("en/pages/sources.md", "This page retells its argument", "block "),
        ("en/facts/crises.json", "Kyrgyzstan counted {} of", "kgtj-2021-dead-kg.statement"),
        ("en/figures.json", "Filled: member.", "overlaps.question"),
        ("en/glossary.json", "What a government does", "coup-proofing.gloss"),
        ("en/labels.json", "a reading of the facts", "page.means_judgement"),
    ] {
        let mut files = real();
        let text = files.get(file).expect(file);
        assert!(text.contains(from), "{file} no longer holds {from}");
        let repeating = text.replacen(from, TITLE, 1);
        files.insert(file.to_owned(), repeating);
        let found = messages(&files, &[]);
        assert!(
            found.iter().any(|m| m.starts_with(&format!("{file}: {place}")) && m.contains("keeps a lid") && m.contains(';')),
            "{found:?}"
        );
    }
}

#[test]
fn quotations_and_shorter_runs_are_free() {
    let numbers = numbers();
    assert_eq!((repeated(TITLE, &numbers, &[]).len(), repeated(TITLE, &numbers, &ALLOWED).len()), (4, 0));
    for text in [
        &format!("She wrote “{TITLE}”, and more."),
        "A Russian-led alliance keeps a lid",
        "Keeps a Russian-Led Alliance How a Lid on Central Asia",
    ] {
        assert_eq!(repeated(text, &numbers, &[]), Vec::<String>::new(), "{text}");
    }
}
