//! The features that exclude each other are refused with a sentence, not with a page of errors.

#![allow(clippy::unwrap_used, reason = "a test that cannot start cargo should stop")]

use std::{env, process::Command};

fn refused(features: &[&str]) -> String {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["check", "--quiet", "--locked", "--lib"]).args(features).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = cargo.output().unwrap();
    assert!(!output.status.success(), "{features:?} must not compile");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn both_and_neither_are_refused_with_a_sentence() {
    let both = refused(&["--features", "csr"]);
    assert!(both.contains("The features `ssr` and `csr` exclude each other; for the browser build with"), "{both}");
    let neither = refused(&["--no-default-features"]);
    assert!(neither.contains("Neither `ssr` nor `csr` is on; leave the default features on, or"), "{neither}");
}
