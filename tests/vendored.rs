//! The crates that are patched (`[patch.crates-io]`, `vendor/`) are still asked for, by the releases that the patches were
//! made for. A newer release of whoever asks may do without the crate or without what is patched in it, so then somebody
//! must look.
#![allow(clippy::expect_used, reason = "a test that cannot read the project's own files should stop")]

use std::{fs, path::Path};

/// A patched crate with its version, and who asks for it, at the release for which the patch was last looked into.
const PATCHED: [(&str, &str, &[(&str, &str)]); 4] = [
    // This project is released with its patches, whatever its version.
    ("plotters-canvas", "0.3.1", &[("csto-explainer", "")]),
    ("reactive_graph", "0.2.16", &[("leptos", "0.8.23")]),
    ("send_wrapper", "0.6.0", &[("reactive_graph", "0.2.16"), ("tachys", "0.2.19")]),
    ("wasm-streams", "0.5.0", &[("server_fn", "0.8.13")]),
];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

/// A package of Cargo.lock.
#[derive(Debug, Clone, Copy)]
struct Package<'l>(&'l str);

impl<'l> Package<'l> {
    fn all(lock: &'l str) -> impl Iterator<Item = Self> {
        lock.split("\n[[package]]\n").skip(1).map(Self)
    }

    fn value(self, key: &str) -> Option<&'l str> {
        self.0.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
    }

    /// A dependency is written with its version where there are several.
    fn needs(self, name: &str) -> bool {
        self.0.lines().any(|line| line.strip_prefix(" \"").and_then(|rest| rest.split(['"', ' ']).next()) == Some(name))
    }
}

/// What somebody must look into.
fn faults(lock: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if lock.contains("[[patch.unused]]") {
        faults.push("Cargo.lock has patches that nothing uses".to_owned());
    }
    for (name, version, asked_by) in PATCHED {
        let copies: Vec<_> = Package::all(lock).filter(|package| package.value("name") == Some(name)).collect();
        let are_patched = copies.iter().all(|package| package.value("source").is_none() && package.value("version") == Some(version));
        if copies.len() != 1 || !are_patched {
            faults.push(format!("{name} is no longer {version} from vendor/ alone"));
        }
        for (other, known) in asked_by {
            let other_package = Package::all(lock).find(|package| package.value("name") == Some(other));
            let now = other_package.and_then(|package| package.value("version")).unwrap_or("left out");
            if !known.is_empty() && now != *known {
                faults.push(format!("{other}, which asks for {name}, is {now} and no longer {known}"));
            } else if !other_package.is_some_and(|package| package.needs(name)) {
                faults.push(format!("{other} no longer asks for {name}"));
            }
        }
    }
    faults
}

#[test]
fn each_patch_is_still_needed() {
    let found = faults(&read("Cargo.lock"));
    let remedy = "see in vendor/NAME/CHANGES.md what the patch does; remove it where the new release does the same, else make it for that \
                  release, and write the version into tests/vendored.rs";
    assert!(found.is_empty(), "{}\n{remedy}", found.join("\n"));
}

#[test]
fn each_patch_says_what_it_changes() {
    let manifest = read("Cargo.toml");
    let section = manifest.split("[patch.crates-io]\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
    let listed: Vec<_> = section.lines().filter_map(|line| line.split_once(" = ").map(|(name, _)| name)).collect();
    assert_eq!(listed, PATCHED.map(|(name, ..)| name));
    for (name, version, _) in PATCHED {
        let changes = read(&format!("vendor/{name}/CHANGES.md"));
        assert!(read(&format!("vendor/{name}/Cargo.toml")).contains(&format!("version = \"{version}\"")), "{name}");
        assert!(changes.contains("tests/vendored.rs"), "{name}: CHANGES.md does not say what tells when it is needless");
    }
}

#[test]
fn what_makes_a_patch_needless_is_told() {
    let lock = read("Cargo.lock");
    let told = |changed: &str| faults(changed).join("\n");
    assert!(told(&(lock.clone() + "\n[[patch.unused]]\nname = \"send_wrapper\"\n")).contains("patches that nothing uses"));
    let newer = lock.replace("name = \"leptos\"\nversion = \"0.8.23\"", "name = \"leptos\"\nversion = \"0.8.24\"");
    assert!(told(&newer).contains("leptos, which asks for reactive_graph, is 0.8.24 and no longer 0.8.23"));
    let without = lock.replace(" \"wasm-streams\",\n", "");
    assert!(told(&without).contains("server_fn no longer asks for wasm-streams"));
    let second = lock + "\n[[package]]\nname = \"send_wrapper\"\nversion = \"0.7.0\"\nsource = \"registry\"\n";
    assert!(told(&second).contains("send_wrapper is no longer 0.6.0 from vendor/ alone"));
}
