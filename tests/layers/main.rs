//! The arrows between the folders of `src/` point one way, as ARCHITECTURE.md draws them, and no modules of one folder go
//! round in a circle. Both are read off the paths that the source files name, so that a wrong `use` fails here by name.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot read what it checks should stop")]

mod graph;

use std::{collections::BTreeMap, fs, path::Path};

use graph::{Arrow, Source, arrows, circles, sources};

/// Each folder of `src/`, from the bottom up, and the folders whose code it may use: as in ARCHITECTURE.md, "Where things
/// are". The programs (`main.rs`, `bin/`) may use everything.
const LAYERS: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("chart", &[]),
    ("content", &["model"]),
    ("text", &["content"]),
    ("browser", &["chart"]),
    ("app", &["browser"]),
    ("ui", &["app", "browser", "chart", "content", "model"]),
    ("figures", &["app", "browser", "chart", "content", "model", "text", "ui"]),
    ("walk", &["chart", "content", "figures", "model", "text", "ui"]),
    ("page", &["content", "figures", "ui", "walk"]),
    ("build", &["chart", "content", "figures", "page", "ui", "walk"]),
];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn own_arrows() -> Vec<Arrow> {
    arrows(&sources(&project().join("src")).expect("the source files are read"))
}

/// The arrows that no layer allows, as sentences.
fn forbidden(arrows: &[Arrow]) -> Vec<String> {
    let allowed = |from: &str, to: &str| LAYERS.iter().any(|(folder, uses)| *folder == from && uses.contains(&to));
    let wrong = arrows.iter().filter(|arrow| arrow.folder() != arrow.target_folder() && !allowed(arrow.folder(), arrow.target_folder()));
    wrong.map(|arrow| format!("{arrow}: `{}` must not use `{}`", arrow.folder(), arrow.target_folder())).collect()
}

#[test]
fn every_arrow_between_folders_is_allowed() {
    let wrong = forbidden(&own_arrows());
    assert!(wrong.is_empty(), "Move the code to where both sides may use it:\n{}", wrong.join("\n"));
}

#[test]
fn no_modules_of_one_folder_use_each_other_in_a_circle() {
    let circles = circles(&own_arrows());
    assert!(circles.is_empty(), "Move what two modules need of each other into a third:\n{}", circles.join("\n"));
}

#[test]
fn the_layers_are_the_folders_and_point_down() {
    let mut folders: Vec<String> = fs::read_dir(project().join("src"))
        .expect("src is read")
        .map(|entry| entry.expect("src is read"))
        .filter(|entry| entry.path().is_dir() && entry.file_name() != "bin")
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut listed = LAYERS.map(|(folder, _)| folder);
    listed.sort_unstable();
    assert_eq!(folders, listed);
    for (n, (folder, uses)) in LAYERS.iter().enumerate() {
        for used in *uses {
            assert!(LAYERS[..n].iter().any(|(below, _)| below == used), "`{folder}` uses `{used}`, which does not stand below it");
        }
    }
}

#[test]
fn every_permission_is_needed() {
    let arrows = own_arrows();
    for (folder, uses) in LAYERS {
        for used in uses {
            let needed = arrows.iter().any(|arrow| arrow.folder() == folder && arrow.target_folder() == *used);
            assert!(needed, "`{folder}` does not use `{used}`; take it out of the list and of ARCHITECTURE.md");
        }
    }
}

#[test]
fn architecture_says_the_same() {
    let text = fs::read_to_string(project().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is read");
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let named = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows: BTreeMap<String, Vec<String>> = text
        .lines()
        .map(cells)
        .filter(|cells| cells.len() == 5 && cells[1].starts_with("`src/"))
        .map(|cells| (cells[1].trim_matches('`').trim_start_matches("src/").trim_end_matches('/').to_owned(), named(&cells[3])))
        .collect();
    for (folder, uses) in LAYERS {
        assert_eq!(rows.get(folder).map(Vec::as_slice), Some(uses.map_to_strings().as_slice()), "the row of `src/{folder}/`");
    }
}

/// The names as owned texts, to compare them with what was read.
trait MapToStrings {
    fn map_to_strings(&self) -> Vec<String>;
}

impl MapToStrings for [&str] {
    fn map_to_strings(&self) -> Vec<String> {
        self.iter().map(|name| (*name).to_owned()).collect()
    }
}

/// A small crate in which each kind of path stands once.
fn planted(files: &[(&str, &str)]) -> Vec<Source> {
    files.iter().map(|(path, text)| Source { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}

#[test]
fn a_wrong_arrow_is_found_in_every_form() {
    for wrong in [
        "use crate::page::parts;",
        "use crate::{model::shares, page::parts::view as show};",
        "use super::super::page::parts;",
        "fn f() { crate::page::parts::view(); }",
        "fn f() -> crate::page::parts::View { todo!() }",
        "fn f() -> View { view! { <p>{crate::page::parts::view()}</p> } }",
        "mod inner { use super::super::super::page::parts; }",
        "#[cfg(feature = \"ssr\")] use crate::page::parts;",
    ] {
        let files = planted(&[
            ("figures/map.rs", wrong),
            ("page/parts.rs", ""),
            ("figures/mod.rs", ""),
            ("page/mod.rs", ""),
            ("model/shares.rs", ""),
        ]);
        let found = forbidden(&arrows(&files));
        assert!(found.len() == 1 && found[0].contains("`figures` must not use `page`"), "{wrong}: {found:?}");
    }
}

#[test]
fn tests_and_other_crates_may_use_what_they_like() {
    for fine in [
        "#[cfg(test)] mod tests { use crate::page::parts; }",
        "use std::page::parts; use page::parts;",
        "use crate::model::shares;",
        "/// See [`crate::page::parts`].\nfn f() { g(\"crate::page::parts\") }",
    ] {
        let files = planted(&[("figures/map.rs", fine), ("page/parts.rs", ""), ("model/shares.rs", "")]);
        assert_eq!(forbidden(&arrows(&files)), Vec::<String>::new(), "{fine}");
    }
}

#[test]
fn a_circle_is_found_through_names_that_a_folder_passes_on() {
    let content = ("content/content.rs", "use super::statement;");
    let files =
        planted(&[content, ("content/mod.rs", "mod content; pub use content::Content;"), ("content/statement.rs", "use super::Content;")]);
    assert_eq!(circles(&arrows(&files)).len(), 1);
    let files = planted(&[content, ("content/mod.rs", ""), ("content/statement.rs", "use super::raw::Raw;"), ("content/raw.rs", "")]);
    assert_eq!(circles(&arrows(&files)), Vec::<String>::new());
}

#[test]
fn a_circle_of_folders_and_of_three_modules_is_found() {
    let of_folders = planted(&[("figures/map/view.rs", "use crate::figures::frame;"), ("figures/frame.rs", "use super::map::view;")]);
    assert_eq!(circles(&arrows(&of_folders)).len(), 1);
    let of_three = planted(&[("chart/a.rs", "use super::b::B;"), ("chart/b.rs", "use super::c::C;"), ("chart/c.rs", "use super::a::A;")]);
    assert_eq!(circles(&arrows(&of_three)).len(), 1);
}
