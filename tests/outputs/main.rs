//! The built site, as files: what every host, reader and checker gets.
//!
//! `DIST` names a folder with a built site; without it the site is built into a temporary folder, then without the
//! compiled program.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

mod addresses;
mod bytes_table;
mod data;
mod epub;
mod fonts;
mod formats;
mod hosting;
mod html;
mod markup;
mod notes;
mod policy;
mod reference;
mod sharing;
mod single;
mod weight;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use csto_explainer::{
    build::{embed, oembed, site},
    figures::{payload, registry},
    page::reading,
    text_encoding::{self, Shift},
};
use html::{Tag, tags};
use policy::runs;
use serde_json::Value;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The site's folder.
fn dist() -> &'static Path {
    static DIST: OnceLock<PathBuf> = OnceLock::new();
    DIST.get_or_init(|| match std::env::var("DIST") {
        Ok(folder) => PathBuf::from(folder),
        Err(_) => {
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site");
            let _ = fs::remove_dir_all(&folder);
            site::write(project(), &folder, None, None).expect("the site is built");
            folder
        }
    })
}

/// The folder of the site as it is built for a known address, <https://example.org/csto/>.
fn public() -> &'static Path {
    static PUBLIC: OnceLock<PathBuf> = OnceLock::new();
    PUBLIC.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site-public");
        let _ = fs::remove_dir_all(&folder);
        site::write(project(), &folder, Some("https://example.org/csto"), None).expect("the site is built");
        folder
    })
}

fn read(path: &str) -> String {
    fs::read_to_string(dist().join(path)).expect(path)
}

/// Every HTML document by its path below the site.
fn documents() -> BTreeMap<String, String> {
    files().into_iter().filter(|p| p.ends_with(".html")).map(|p| (p.clone(), read(&p))).collect()
}

/// Whether the file at `path` is the document of a figure's named state, `embed/ID/NAME/`.
fn is_of_a_state(path: &str) -> bool {
    path.starts_with("embed/") && path.matches('/').count() == 3 && path.ends_with("/index.html")
}

/// Every file by its path below the site.
fn files() -> BTreeSet<String> {
    fn walk(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("the site's folder") {
            let entry = entry.expect("an entry");
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{path}/"), found);
            } else {
                found.insert(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(dist(), "", &mut found);
    found
}

#[test]
fn a_document_has_one_title_and_no_gap_in_its_headings() {
    for (path, html) in documents() {
        let levels: Vec<u32> =
            tags(&html).iter().filter_map(|t| t.name.strip_prefix('h').filter(|d| d.len() == 1).and_then(|d| d.parse().ok())).collect();
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{path}: h1");
        assert_eq!(levels.first(), Some(&1), "{path}: the first heading");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: h{} follows h{}", pair[1], pair[0]);
        }
        for landmark in ["main", "title"] {
            assert_eq!(tags(&html).iter().filter(|t| t.name == landmark).count(), 1, "{path}: {landmark}");
        }
        assert!(tags(&html)[0].get("lang").is_some_and(|l| !l.is_empty()), "{path}: lang");
    }
}

#[test]
fn every_link_inside_the_site_leads_somewhere() {
    let files = files();
    let documents: BTreeMap<String, Vec<Tag>> = documents().into_iter().map(|(path, html)| (path, tags(&html))).collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        documents.iter().map(|(path, tags)| (path.as_str(), tags.iter().filter_map(|t| t.get("id")).collect())).collect();
    for (path, tags) in &documents {
        for address in tags.iter().flat_map(|tag| ["href", "src"].into_iter().filter_map(|name| tag.get(name))) {
            if address.contains("://") || address.starts_with("mailto:") || address.starts_with("data:") {
                continue;
            }
            assert!(!address.starts_with('/'), "{path}: {address} leaves the site's folder");
            let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
            let file = file.split('?').next().unwrap_or_default();
            let target = if file.is_empty() { path.clone() } else { joined(path, file) };
            assert!(files.contains(&target), "{path}: {address} leads to {target}, which is not there");
            let found = fragment.is_empty() || ids.get(&*target).is_some_and(|ids| ids.contains(fragment));
            assert!(found, "{path}: {address}: nothing has this id");
        }
    }
}

/// The file that `address`, relative to the document at `path`, leads to.
fn joined(path: &str, address: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    if !address.ends_with('/') {
        file
    } else if file.is_empty() {
        "index.html".into()
    } else {
        file + "/index.html"
    }
}

#[test]
fn linked_data_and_data_blocks_parse() {
    let mut articles = 0;
    for (path, html) in documents() {
        for tag in tags(&html).iter().filter(|t| t.name == "script" && !runs(t) && t.get("src").is_none() && t.get("id") != Some("program"))
        {
            if tag.get("data-part") == Some("data") {
                let bytes = text_encoding::decode(&tag.text, Shift::Text);
                assert_eq!(bytes.first(), Some(&payload::VERSION), "{path}: a figure's data begin with their version");
                continue;
            }
            let value: Value = serde_json::from_str(&tag.text).unwrap_or_else(|e| panic!("{path}: {:?}: {e}", tag.attributes));
            let graph = value["@graph"].as_array().cloned().unwrap_or_default();
            articles += usize::from(graph.iter().any(|n| n["@type"] == "Article") && graph.iter().any(|n| n["@type"] == "Dataset"));
        }
    }
    assert_eq!(articles, 1, "one document is the article");
}

#[test]
fn addresses_for_shared_links_stand_only_with_a_public_address() {
    let folder = public();
    let embeds = registry::ALL.iter().map(|figure| embed::path(figure.id));
    let mut seen = BTreeSet::new();
    for path in std::iter::once(String::new()).chain(embeds) {
        let html = fs::read_to_string(folder.join(&path).join("index.html")).expect("the page");
        let of = |property: &str| {
            let tags = tags(&html);
            let found = tags.iter().find(|t| t.get("property") == Some(property)).and_then(|t| t.get("content").map(str::to_owned));
            found.unwrap_or_default()
        };
        assert_eq!(of("og:url"), format!("https://example.org/csto/{path}"));
        let picture = of("og:image");
        let file = picture.strip_prefix("https://example.org/csto/").expect("a picture of this site");
        let png = fs::read(folder.join(file)).expect("the picture exists");
        let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]).to_string();
        assert_eq!((side(16), side(20)), (of("og:image:width"), of("og:image:height")), "{path}");
        assert!(seen.insert(picture), "{path} has the picture of another page");
    }
    for figure in registry::ALL {
        let file = folder.join(oembed::path(figure.id, None));
        let answer: Value = serde_json::from_str(&fs::read_to_string(&file).expect("an oEmbed file")).expect("JSON");
        assert_eq!((&answer["type"], &answer["version"]), (&Value::from("rich"), &Value::from("1.0")), "{file:?}");
        let html = tags(answer["html"].as_str().expect("html"));
        let names: Vec<&str> = html.iter().map(|tag| &*tag.name).collect();
        assert_eq!(names, ["blockquote", "a", "iframe"], "{file:?}: a link and a plain frame, and nothing else");
        let address = format!("https://example.org/csto/{}", embed::path(figure.id));
        assert_eq!((html[1].get("href"), html[2].get("src")), (Some(&*address), Some(&*address)));
        assert_eq!(html[2].get("height"), Some(&*answer["height"].to_string()));
        assert_eq!((html[2].get("width"), html[2].get("frameborder")), (Some("100%"), Some("0")), "{file:?}: fits every column");
        let page = fs::read_to_string(folder.join(embed::path(figure.id)).join("index.html")).expect("the page");
        assert!(page.contains(&format!("href=\"https://example.org/csto/{}\"", oembed::path(figure.id, None))), "{file:?} is named");
    }
}

#[test]
fn the_chapters_are_as_long_as_promised() {
    let words = reading::words(&site::read(project()).expect("the content is sound"));
    println!("{words} words of prose");
    assert!((2200..=3200).contains(&words), "{words} words; 2,200 to 3,200 are asked for");
}

#[test]
fn no_key_stands_where_its_words_should() {
    for (path, html) in documents() {
        // A compiled program has names of its own.
        let programs = [" type=\"module\"", " type=\"text/plain\""];
        let is_program = |part: &str| programs.iter().any(|start| part.starts_with(start));
        let shown: String = html
            .split("<script")
            .map(|part| part.split_once("</script>").filter(|_| is_program(part)).map_or(part, |(_, after)| after))
            .collect();
        for text in shown.split('>').skip(1).filter_map(|part| part.split_once('<')).map(|(text, _)| text) {
            let key = |w: &&str| w.contains('_') && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            assert_eq!(text.split_whitespace().find(key), None, "{path}: a label is missing");
        }
    }
}

#[test]
fn the_embedding_manual_has_a_row_for_every_figure() {
    let manual = fs::read_to_string(project().join("docs/embedding.md")).expect("docs/embedding.md");
    let is_listed = |path: &str| manual.contains(&format!("\n| `{path}` | "));
    let missing: Vec<_> = registry::ALL.iter().map(|figure| figure.id).filter(|id| !is_listed(id)).collect();
    assert!(missing.is_empty(), "docs/embedding.md: its table of figures lacks {missing:?}; add a row each");
}

#[test]
fn notes_can_be_closed_and_every_mark_has_one() {
    for (path, html) in documents() {
        let tags = tags(&html);
        // The list of scenes closes when a reader presses beside it, as its button says.
        let is_list = |id: &str| id == "scenes";
        let notes: BTreeSet<&str> =
            tags.iter().filter(|t| t.get("popover").is_some()).filter_map(|t| t.get("id")).filter(|id| !is_list(id)).collect();
        let targets = |closing: bool| -> BTreeSet<&str> {
            let of_kind = tags.iter().filter(|t| (t.get("class") == Some("close")) == closing);
            of_kind.filter_map(|t| t.get("popovertarget")).filter(|id| !is_list(id)).collect()
        };
        assert_eq!(targets(true), notes, "{path}: each note has a button that closes it");
        assert_eq!(targets(false), notes, "{path}: each note has a mark");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let build = |name: &str| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let written = site::write(project(), &folder, None, None).expect("the site is built");
        let content = |path: PathBuf| (path.strip_prefix(&folder).expect("inside").to_owned(), fs::read(&path).expect("a file"));
        written.into_iter().map(content).collect::<BTreeMap<_, _>>()
    };
    let (one, other) = (build("site-one"), build("site-other"));
    assert!(one.keys().eq(other.keys()), "not the same files");
    let differing: Vec<_> = one.iter().filter(|(path, bytes)| other.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?} differ");
}
