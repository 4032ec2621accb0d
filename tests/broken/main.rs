//! Every kind of field of every content file, broken in each way that a hand can break it: the build refuses each with a
//! message that names file and place, and never panics.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

mod accepted;
mod breaking;

use std::{
    collections::BTreeSet,
    panic,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use breaking::{Break, breaks};
use csto_explainer::{
    build::{downloads, embed},
    content::{
        error::Diagnostic,
        files::{Files, read_files},
        load::load,
        validate,
    },
    figures::{for_content::FIGURES, registry},
    page::{article, bibliography, figure_list, figure_page, offline_copies::Sizes, treaty, whole_ledger},
};

#[test]
fn every_broken_field_is_refused_by_file_and_place() {
    let files = &read();
    let breaks = breaks(files);
    assert!(breaks.len() > 500, "only {} fields were broken", breaks.len());
    // A panic is reported below, by the field that caused it.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let (next, wrong, used) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(BTreeSet::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(broken) = breaks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let rule = accepted::reason(broken);
                    match (fault_of(broken, files, rule.is_none()), rule) {
                        (None, _) => {}
                        (Some(_), Some(rule)) => drop(used.lock().expect("no panic").insert(rule)),
                        (Some(fault), None) => wrong.lock().expect("no panic").push(format!("{}: {fault}", broken.name())),
                    }
                }
            });
        }
    });
    panic::set_hook(hook);
    let mut wrong = wrong.into_inner().expect("no panic");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), breaks.len(), wrong.join("\n"));
    let used = used.into_inner().expect("no panic");
    let idle: Vec<_> = (0..accepted::RULES.len()).filter(|rule| !used.contains(rule)).map(|rule| accepted::RULES[rule]).collect();
    assert!(idle.is_empty(), "these are refused by now: {idle:?}");
}

/// Words for which only the browser or another document asks, or a number that the content does not have today.
const UNASKED: [(&str, &[&str]); 5] = [
    // The stages of the walk draw these.
    ("map", &["name_CHN", "name_IRN", "name_TUR", "name_UZB", "place_zhanaozen"]),
    ("forces", &["rival"]),
    (
        "article-4-test",
        &[
            "changed",
            "law_outside",
            "law_within",
            "line_asked_1992",
            "line_asked_failed",
            "line_attacked_1992",
            "line_attacked_failed",
            "line_attacked_since",
            "line_foreign_covered",
            "line_foreign_failed",
            "line_foreign_met",
            "line_territory_open",
            "of_1992",
            "standing_within",
            "will_disputed",
            "will_no",
            "will_not-found",
        ],
    ),
    (
        "troop-dots",
        &[
            "group_inferred_rest",
            "group_other_rest",
            "group_own_rest",
            "group_permitted_of_rest",
            "group_present_of_rest",
            "group_sender_rest",
        ],
    ),
    (
        "troop-shares",
        &[
            "address_stage",
            "chosen",
            "guess_answer",
            "guess_edge",
            "guess_mark",
            "guess_over",
            "guess_under",
            "guess_within",
            "half",
            "mark_bar",
            "range_open",
            "sentence_per_million",
            "set_essay",
            "set_media-6-jan",
            "set_media-7-jan",
            "stage_bars",
            "stage_essay",
            "stage_set",
            "stage_tick",
            "unread_number",
            "value_or",
            "value_per_million",
            "value_range",
        ],
    ),
];

/// Words that are asked for with some numbers and not with others: a row of exactly one combination.
const BY_NUMBER: [(&str, &str); 1] = [("troop-shares", "row_one")];

#[test]
fn the_build_asks_for_every_word_of_a_figure() {
    let mut content = load(&read(), "en", &FIGURES).expect("the content loads");
    for figure in registry::ALL {
        let words = std::mem::take(content.figures.get_mut(figure.id).expect(figure.id));
        drop(content.missing.take());
        drop((embed::body(&content, figure), downloads::figure(&content, figure)));
        let asked: BTreeSet<_> = content.missing.take().into_iter().map(|fault| fault.place).collect();
        let decided = words.keys().filter(|key| !BY_NUMBER.contains(&(figure.id, key.as_str())));
        let unasked: Vec<_> = decided.filter(|key| !asked.contains(*key)).collect();
        let expected = UNASKED.iter().find(|(id, _)| *id == figure.id).map_or(&[][..], |(_, keys)| keys);
        assert_eq!(unasked, expected, "{}: a word that is new stands idle, one that is gone is asked for by the browser", figure.id);
        content.figures.insert(figure.id.to_owned(), words);
    }
}

fn read() -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable")
}

/// What is wrong with the way the build meets `broken`; nothing where it refuses it as it should. Without `whole`, only
/// the checks are asked, not the pages built.
fn fault_of(broken: &Break, files: &Files, whole: bool) -> Option<String> {
    let mut files = files.clone();
    files.insert(broken.file.clone(), broken.text.clone());
    let Ok(messages) = panic::catch_unwind(|| messages(&files, whole)) else { return Some("panics".into()) };
    if messages.is_empty() {
        return Some("is accepted".into());
    }
    let names = |fault: &&Diagnostic| broken.is_named_in(&fault.to_string()) && !fault.help.is_empty();
    messages.iter().find(names).is_none().then(|| format!("is refused, but not by name: {messages:?}"))
}

/// What the build says to `files`.
fn messages(files: &Files, whole: bool) -> Vec<Diagnostic> {
    let content = match load(files, "en", &FIGURES) {
        Ok(content) => content,
        Err(faults) => return faults,
    };
    let faults = validate::faults(&content, &FIGURES);
    if !faults.is_empty() || !whole {
        return faults;
    }
    let mut messages = article::body(&content, Sizes::default()).err().unwrap_or_default();
    for figure in registry::ALL {
        messages.extend(embed::body(&content, figure).err());
        messages.extend(downloads::figure(&content, figure).err());
    }
    messages.extend(downloads::facts_json(&content).err());
    messages.extend(treaty::body(&content).err().unwrap_or_default());
    for figure in registry::ALL {
        messages.extend(figure_page::body(&content, figure).err());
    }
    messages.extend(figure_list::body(&content, |_| Default::default()).err());
    messages.extend(bibliography::body(&content, "../").err());
    messages.extend(whole_ledger::body(&content, "../").err());
    messages.extend(content.missing.take());
    messages
}
