//! What readers with a colour vision deficiency can tell apart in drawings: hues of other meanings, and marks from their ground.
//!
//! `cargo test --test colour_vision -- --nocapture` prints every difference and contrast.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot read what it checks should stop")]

mod drawings;
mod sight;
mod tokens;

use palette::color_difference::Wcag21RelativeContrast;

use sight::Sight;
use tokens::Theme;

/// The hues whose meanings differ: Russia's, the allies', neutral marks, and what is drawn in the colour of text.
const HUES: [&str; 4] = ["--russia", "--ally", "--axis", "--ink"];

/// A second colour of text, in which some marks are drawn too.
const SECOND: &str = "--ink-2";

/// What marks stand on.
const GROUNDS: [&str; 3] = ["--paper", "--raised", "--sunk"];

/// Lines behind the marks, which carry no information.
const BEHIND: &str = "--grid";

/// The least difference between two hues, in CIEDE2000. Two large areas side by side can be told apart from about 2 on; dots of
/// three pixels with paper between them need several times as much, and the simulations are estimates.
const LEAST_DIFFERENCE: f64 = 15.0;

/// The least contrast of a mark with its ground, by success criterion 1.4.11 of WCAG 2.2.
const LEAST_CONTRAST: f64 = 3.0;

/// The colours of text and of links.
const TEXTS: [&str; 4] = ["--ink", "--ink-2", "--ink-3", "--link"];

/// The least contrasts of text, by success criterion 1.4.6, and of marks for readers who ask for more contrast.
const LEAST_STRONG_TEXT: f64 = 10.0;
const LEAST_STRONG_MARK: f64 = 7.0;

/// Drawings that have marks in the allies' hue and in the second colour of text, which are too alike for a rule: there each stands
/// in a block of its own under its heading.
const UNDER_HEADINGS: [&str; 2] = ["troop-dots/odd-narrow.svg", "troop-dots/odd-wide.svg"];

/// Says how far two tokens are apart for all eyes, and what is too near.
fn differences(theme: &Theme, a: &str, b: &str, faults: &mut Vec<String>) {
    for sight in Sight::ALL {
        let difference = sight.difference(theme.color(a), theme.color(b));
        let line = format!("{}, {sight:?}: {a} and {b} differ by {difference:.1}", theme.name);
        println!("{line}");
        if difference < LEAST_DIFFERENCE {
            faults.push(line);
        }
    }
}

#[test]
fn hues_of_other_meanings_can_be_told_apart_by_all_eyes() {
    let mut faults = Vec::new();
    for theme in tokens::themes() {
        for (i, a) in HUES.iter().enumerate() {
            for b in &HUES[..i] {
                differences(&theme, a, b, &mut faults);
            }
        }
        for hue in ["--russia", "--axis"] {
            differences(&theme, hue, SECOND, &mut faults);
        }
    }
    assert!(faults.is_empty(), "{LEAST_DIFFERENCE} is the least: {faults:#?}");
}

#[test]
fn marks_stand_out_from_their_ground() {
    let mut faults = Vec::new();
    for theme in tokens::themes() {
        for mark in HUES.into_iter().chain([SECOND]) {
            for ground in GROUNDS {
                let contrast = theme.color(mark).relative_contrast(theme.color(ground));
                let line = format!("{}: {mark} on {ground} has a contrast of {contrast:.2}", theme.name);
                println!("{line}");
                if contrast < LEAST_CONTRAST {
                    faults.push(line);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{LEAST_CONTRAST} is the least: {faults:#?}");
}

#[test]
fn readers_who_ask_for_more_contrast_get_it_in_text_and_marks() {
    for theme in tokens::themes().iter().filter(|theme| theme.has_more_contrast) {
        let texts = TEXTS.into_iter().map(|text| (text, LEAST_STRONG_TEXT));
        for (ink, least) in texts.chain(HUES.into_iter().map(|hue| (hue, LEAST_STRONG_MARK))).chain([(BEHIND, LEAST_CONTRAST)]) {
            let contrast = theme.color(ink).relative_contrast(theme.color("--paper"));
            assert!(contrast >= least, "{}: {ink} on paper has a contrast of {contrast:.2}; {least} is the least", theme.name);
        }
    }
}

#[test]
fn drawings_use_no_other_hues() {
    let drawings = drawings::all();
    let mut beside = Vec::new();
    for (name, tokens) in &drawings {
        for token in tokens {
            let is_known = HUES.contains(&&**token) || GROUNDS.contains(&&**token) || [SECOND, BEHIND].contains(&&**token);
            assert!(is_known, "{name} has marks in {token}, which no test compares with other hues; add it to HUES");
        }
        if ["--ally", SECOND].iter().all(|token| tokens.contains(*token)) {
            beside.push(&**name);
        }
    }
    assert_eq!(beside, UNDER_HEADINGS, "drawings with marks in --ally and in {SECOND}, which are too alike");
}
