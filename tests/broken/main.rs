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
        load::{Files, load, read_files},
        validate,
    },
    figures::registry,
    page::{article, bibliography},
};

#[test]
fn every_broken_field_is_refused_by_file_and_place() {
    let files = &read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable");
    let breaks = breaks(files);
    assert!(breaks.len() > 500, "only {} fields were broken", breaks.len());
    // A panic is told below, by the field that caused it.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let (next, wrong, used) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(BTreeSet::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(broken) = breaks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match (fault_of(broken, files), accepted::reason(broken)) {
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

/// What is wrong with the way the build meets `broken`; nothing where it refuses it as it should.
fn fault_of(broken: &Break, files: &Files) -> Option<String> {
    let mut files = files.clone();
    files.insert(broken.file.clone(), broken.text.clone());
    let Ok(messages) = panic::catch_unwind(|| messages(&files)) else { return Some("panics".into()) };
    if messages.is_empty() {
        return Some("is accepted".into());
    }
    let names = |message: &&String| broken.is_named_in(message) && message.contains(';');
    messages.iter().find(names).is_none().then(|| format!("is refused, but not by name: {messages:?}"))
}

/// What the whole build says to `files`.
fn messages(files: &Files) -> Vec<String> {
    let book = match load(files, "en") {
        Ok(book) => book,
        Err(faults) => return faults.iter().map(ToString::to_string).collect(),
    };
    let faults = validate::faults(&book);
    if !faults.is_empty() {
        return faults.iter().map(ToString::to_string).collect();
    }
    let mut messages = article::body(&book).err().unwrap_or_default();
    for figure in registry::ALL {
        messages.extend(embed::body(&book, figure).err());
        messages.extend(downloads::figure(&book, figure).err());
    }
    messages.extend(downloads::facts_json(&book).err());
    bibliography::body(&book, "../");
    messages
}
