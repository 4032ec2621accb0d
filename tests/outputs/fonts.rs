//! The typefaces: how much they weigh, what letters they have, and who asks for them when.

use std::{collections::BTreeSet, fs};

use csto_explainer::{chart::font, content::files as content_files};
use skrifa::{FontRef, MetadataProvider};

use crate::{dist, documents, files, html::tags, policy, project, read};

/// The most that all files may weigh together, in bytes.
const MOST: u64 = 70_000;

fn paths() -> Vec<String> {
    files().into_iter().filter(|path| path.ends_with(".woff2")).collect()
}

#[test]
fn the_typefaces_stay_within_their_budget() {
    let size = |path: &String| fs::metadata(dist().join(path)).expect(path).len();
    let all: u64 = paths().iter().map(size).sum();
    println!("{} typefaces: {all} bytes", paths().len());
    assert!(paths().len() == 3 && all <= MOST, "{all} bytes in {:?}; {MOST} are allowed", paths());
}

/// The characters that tools/fonts keeps.
fn kept() -> BTreeSet<char> {
    let list = fs::read_to_string(project().join("tools/fonts/unicodes.txt")).expect("the list of characters");
    let code = |text: &str| u32::from_str_radix(text, 16).expect("hexadecimal digits");
    let ranges = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    ranges
        .flat_map(|line| line.split_once('-').map_or_else(|| code(line)..=code(line), |(a, b)| code(a)..=code(b)))
        .filter_map(char::from_u32)
        .collect()
}

/// `html` without its elements `name`.
fn without(html: &str, name: &str) -> String {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut parts = html.split(&open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once(&close).map_or("", |(_, after)| after))
}

#[test]
fn every_letter_that_is_shown_is_in_the_typefaces() {
    let kept = kept();
    // Titles of sources stay in their own script, which the system's typefaces show.
    // The byte order mark before the document is no letter.
    let is_ours = |c: &char| !c.is_control() && *c != '\u{feff}' && !('\u{400}'..='\u{4ff}').contains(c);
    for (path, html) in documents() {
        let shown = without(&without(&html, "script"), "style");
        let texts = shown.split('>').filter_map(|part| part.split('<').next()).map(str::to_owned);
        let texts: String = texts.collect();
        let lacking: BTreeSet<char> = texts.chars().filter(is_ours).filter(|c| !kept.contains(c)).collect();
        assert!(lacking.is_empty(), "{path} shows {lacking:?}: add them to tools/fonts/unicodes.txt and make the typefaces anew");
    }
}

/// What an interactive figure says stands in no document as text.
#[test]
fn every_letter_of_the_words_is_in_the_typefaces() {
    let kept = kept();
    let words = content_files::read_files(&project().join("src/content/en")).expect("the words");
    for (path, text) in words {
        let lacking: BTreeSet<char> = text.chars().filter(|c| !c.is_control() && !kept.contains(c)).collect();
        assert!(lacking.is_empty(), "{path} has {lacking:?}: add them to tools/fonts/unicodes.txt and make the typefaces anew");
    }
}

#[test]
fn the_files_have_the_letters_of_the_list() {
    for name in ["display-600.ttf", "sans-400.ttf", "sans-600.ttf"] {
        let bytes = fs::read(project().join("style/fonts").join(name)).expect(name);
        let letters = FontRef::new(&bytes).expect(name).charmap();
        // The typefaces that are cut down have no hyphen that forbids a break; browsers take their hyphen.
        let lacking: Vec<char> = kept().into_iter().filter(|c| *c != '\u{2011}' && letters.map(*c).is_none()).collect();
        assert!(lacking.is_empty(), "{name} lacks {lacking:?}; make it anew, see tools/fonts");
    }
}

#[test]
fn a_document_asks_for_typefaces_when_nothing_waits_for_them() {
    for (path, html) in documents() {
        assert!(!tags(&html).iter().any(|t| t.name == "link" && t.get("as") == Some("font")), "{path}: a preload");
        let style: String = tags(&html).iter().filter(|t| t.name == "style").map(|t| t.text.clone()).collect();
        let rules: Vec<&str> =
            style.split("@font-face").skip(1).filter_map(|rest| rest.split('}').next()).filter(|rule| rule.contains("url(")).collect();
        // A host shows it at any address, from which no file could be found.
        // Nobody waits for letters at an address of a named state, which leads on at once.
        if path == "404.html" || crate::is_of_a_state(&path) {
            assert!(rules.is_empty(), "{path}: {rules:?}");
            continue;
        }
        let is_figure = path.starts_with("embed/") && path != "embed/index.html";
        assert_eq!(rules.len(), if is_figure { 0 } else { 3 }, "{path}: {rules:?}");
        assert!(rules.iter().all(|rule| rule.contains("font-display: swap")), "{path}: {rules:?}");
        let policy = policy::of(&html);
        let from = if path == "csto-explainer.html" { "data:" } else { "'self'" };
        assert!(policy.contains(&format!("; font-src {from};")), "{path}: {policy}");
        // What comes later is asked for by the same addresses.
        let asked = |file: &String| html.contains(&format!("/{file}"));
        assert_eq!(paths().iter().filter(|file| asked(file)).count(), if from == "data:" { 0 } else { 3 }, "{path}");
    }
}

#[test]
fn every_reader_keeps_the_typefaces_for_reading_without_network() {
    let list: serde_json::Value = serde_json::from_str(&read("offline.json")).expect("JSON");
    let first: Vec<&str> = list["first"].as_array().expect("a list").iter().filter_map(|entry| entry[0].as_str()).collect();
    for path in paths() {
        assert!(first.contains(&path.as_str()), "{path} is not kept with the page");
    }
}

#[test]
fn drawings_name_the_typeface_that_the_style_names() {
    let tokens = fs::read_to_string(project().join("style/tokens.css")).expect("tokens.css");
    let sans = tokens.split_once("--sans: ").and_then(|(_, rest)| rest.split(';').next()).expect("--sans");
    assert_eq!(font::SANS.replace('\'', "\""), sans);
    let stand_ins = fs::read_to_string(project().join("style/font-fallbacks.css")).expect("font-fallbacks.css");
    for token in ["--serif: ", "--display: ", "--sans: "] {
        let list = tokens.split_once(token).and_then(|(_, rest)| rest.split(';').next()).expect(token);
        for family in list.split(", ").filter(|family| family.starts_with("\"Like")) {
            assert!(stand_ins.contains(&format!("font-family: {family};")), "{token}{family} has no rule");
        }
    }
}
