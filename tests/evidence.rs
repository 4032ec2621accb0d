//! What `docs/accessibility.md` names as evidence is there.
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

use std::{fs, path::Path};

#[test]
fn every_answer_names_evidence_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/accessibility.md")).expect("the answers");
    let quoted: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    // The theme may be a file in a folder, as in `walk::steps::case`.
    for (theme, case) in quoted.iter().filter_map(|name| name.rsplit_once("::")).filter(|(theme, _)| *theme != "theme") {
        let file = format!("tests/browsers/tests/{}.rs", theme.replace("::", "/"));
        let cases = fs::read_to_string(root.join(&file)).expect(&file);
        assert!(cases.contains(&format!("Case::new({case})")), "{file} has no case {case}");
    }
    for path in quoted.iter().filter(|name| name.starts_with("tests/")) {
        assert!(root.join(path).exists(), "{path} is not there");
    }
}

#[test]
fn all_fifty_heuristics_are_answered_and_failures_are_counted() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/accessibility.md")).expect("the answers");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let rows: Vec<_> = rows.iter().filter(|cells| cells.len() == 6 && cells[1].parse::<u32>().is_ok()).collect();
    let numbers: Vec<u32> = rows.iter().filter_map(|cells| cells[1].parse().ok()).collect();
    assert_eq!(numbers, (1..=50).collect::<Vec<_>>());
    assert_eq!(rows.iter().filter(|cells| cells[2].ends_with("(critical)")).count(), 14);
    let failures: Vec<&str> = rows.iter().filter(|cells| cells[3].starts_with("**")).map(|cells| cells[1]).collect();
    let sentence = text.lines().find(|line| line.contains(" fail, fully or in part: ")).expect("the count");
    let numbers: Vec<&str> = sentence.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    assert_eq!(sorted(numbers), sorted(failures.clone()), "{sentence}");
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    assert!(words.get(failures.len()).is_some_and(|word| sentence.starts_with(word)), "{} fail: {sentence}", failures.len());
    assert!(rows.iter().all(|cells| !cells[4].is_empty() || cells[3].starts_with("**")), "an answer has no evidence");
}

fn sorted(mut numbers: Vec<&str>) -> Vec<&str> {
    numbers.sort_unstable();
    numbers
}
