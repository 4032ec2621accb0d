//! How hard the texts are to read: the Flesch–Kincaid grade of the walk's prose outside folds, and of the figures' sentences.
//!
//! `cargo test --test reading_level -- --nocapture` prints the grade of each scene, and the sentences that raise it most.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

mod grade;
mod prose;
mod syllables;

use std::{path::Path, sync::LazyLock};

use csto_explainer::{build::site, content::Content};

use grade::{Counts, Names};

/// The highest grade that Chartability lets texts have: that of a reader after nine years at school.
const MOST: f64 = 9.0;

/// How many sentences of each scene are printed.
const PRINTED: usize = 3;

/// The real content, read once.
static BOOK: LazyLock<Content> = LazyLock::new(|| site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound"));

/// The paragraphs of each scene, by its id.
static WALK: LazyLock<Vec<(&str, Vec<String>)>> = LazyLock::new(|| {
    let walk = [&BOOK.cover, &BOOK.in_short].into_iter().flatten().chain(&BOOK.scenes);
    walk.map(|scene| (&*scene.id, prose::of_scene(&BOOK, scene))).collect()
});

/// The sentences of all figures.
static FIGURES: LazyLock<Vec<String>> = LazyLock::new(|| prose::of_figures(&BOOK));

/// The names in all of them.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::of(&BOOK, WALK.iter().flat_map(|(_, texts)| texts).chain(&*FIGURES)));

/// The sentences of `texts`, each with its counts.
fn counted(texts: &[String]) -> Vec<(Counts, &str)> {
    let sentences = texts.iter().flat_map(|text| grade::sentences(text));
    sentences.map(|sentence| (Counts::of_sentence(sentence, &NAMES), sentence)).collect()
}

/// The counts of all `sentences`. Those that raise the grade most are printed.
fn summed(name: &str, mut sentences: Vec<(Counts, &str)>) -> Counts {
    assert!(!sentences.is_empty(), "{name} has no sentence");
    let counts: Counts = sentences.iter().map(|(counts, _)| *counts).sum();
    println!("{name}: grade {:.1}, {counts}", counts.grade());
    sentences.sort_by(|(a, _), (b, _)| b.weight().total_cmp(&a.weight()));
    for (counts, text) in sentences.iter().take(PRINTED) {
        println!("    {:.1}: {text}", counts.grade());
    }
    counts
}

#[test]
fn the_walk_can_be_read_after_nine_years_at_school() {
    let whole: Counts = WALK.iter().map(|(id, texts)| summed(id, counted(texts))).sum();
    println!("the walk: grade {:.2}, {whole}", whole.grade());
    assert!(whole.grade() <= MOST, "the walk has grade {:.2}; {MOST} is the most", whole.grade());
}

#[test]
fn the_figures_can_be_read_after_nine_years_at_school() {
    let whole = summed("the figures", counted(&FIGURES));
    assert!(whole.grade() <= MOST, "the figures have grade {:.2}; {MOST} is the most", whole.grade());
}
