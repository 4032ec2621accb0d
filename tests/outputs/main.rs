//! The built site, as files: what every host, reader and checker gets.
//!
//! `DIST` names a folder with a built site; without it the site is built into a temporary folder, then without the
//! compiled program.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

mod book;
mod html;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use csto_explainer::{
    build::{csp, embed, embed_script, oembed, site},
    figures::registry,
    page::reading,
};
use html::{Tag, tags};
use serde_json::Value;

/// The most that HTML with its styles, all code of the page, and the code of an embed may weigh after brotli, in bytes.
const MOST_HTML: usize = 60 * 1024;
const MOST_CODE: usize = 100 * 1024;
const MOST_EMBED_CODE: usize = 50 * 1024;

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
            site::write(project(), &folder, None).expect("the site is built");
            folder
        }
    })
}

fn read(path: &str) -> String {
    fs::read_to_string(dist().join(path)).expect(path)
}

/// Every HTML document by its path below the site.
fn documents() -> BTreeMap<String, String> {
    files().into_iter().filter(|p| p.ends_with(".html")).map(|p| (p.clone(), read(&p))).collect()
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

fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22).write_all(bytes).expect("compresses");
    out.len()
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
fn ids_are_unique_and_every_reference_to_one_resolves() {
    for (path, html) in documents() {
        let tags = tags(&html);
        let mut ids = BTreeSet::new();
        for id in tags.iter().filter_map(|t| t.get("id")) {
            assert!(ids.insert(id), "{path}: the id {id} stands twice");
        }
        for tag in &tags {
            for name in ["popovertarget", "for", "aria-labelledby", "aria-describedby", "aria-controls", "list"] {
                for id in tag.get(name).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{path}: {name} names {id}, which is not there");
                }
            }
        }
    }
}

#[test]
fn every_link_inside_the_site_leads_somewhere() {
    let files = files();
    for (path, html) in documents() {
        for tag in tags(&html) {
            for address in ["href", "src"].into_iter().filter_map(|name| tag.get(name)) {
                if address.contains("://") || address.starts_with("mailto:") || address.starts_with("data:") {
                    continue;
                }
                assert!(!address.starts_with('/'), "{path}: {address} leaves the site's folder");
                let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
                let file = file.split('?').next().unwrap_or_default();
                let target = if file.is_empty() { path.clone() } else { joined(&path, file) };
                assert!(files.contains(&target), "{path}: {address} leads to {target}, which is not there");
                if !fragment.is_empty() {
                    let found = tags_of(&target).iter().any(|t| t.get("id") == Some(fragment));
                    assert!(found, "{path}: {address}: nothing has this id");
                }
            }
        }
    }
}

fn tags_of(path: &str) -> Vec<Tag> {
    tags(&read(path))
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
fn nothing_is_fetched_from_another_host() {
    for (path, html) in documents() {
        for tag in tags(&html) {
            let absolute =
                |name: &str| tag.get(name).is_some_and(|a| !a.starts_with("data:") && (a.contains("://") || a.starts_with("//")));
            let canonical = matches!(tag.get("rel"), Some("canonical" | "alternate"));
            assert!(!absolute("src") && (!absolute("href") || tag.name == "a" || canonical), "{path}: {tag:?}");
            if tag.name == "style" {
                assert!(!tag.text.contains("url(") && !tag.text.contains("@import"), "{path}: a style fetches something");
            }
        }
    }
}

#[test]
fn no_style_attribute_and_no_inline_handler_stands() {
    for (path, html) in documents() {
        for tag in tags(&html) {
            for (name, _) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{path}: <{}> has {name}", tag.name);
            }
        }
    }
}

#[test]
fn the_policy_allows_just_what_stands_in_the_document() {
    for (path, html) in documents() {
        let tags = tags(&html);
        let at = tags.iter().position(|t| t.get("http-equiv") == Some("Content-Security-Policy")).expect("a policy");
        let policy = tags[at].get("content").expect("its content");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'), "{path}: {policy}");
        assert!(!policy.contains("frame-ancestors"), "{path}: frame-ancestors has no meaning in a meta element");
        let allowed: BTreeSet<&str> = policy.split([' ', ';', '\'']).filter(|s| s.starts_with("sha256-")).collect();
        let inline = tags.iter().enumerate().filter(|(_, t)| t.name == "style" || runs(t));
        let hashes: BTreeSet<String> = inline
            .map(|(n, t)| {
                assert!(n > at, "{path}: <{}> stands before the policy", t.name);
                csp::hash(&t.text)
            })
            .collect();
        assert_eq!(hashes.iter().map(String::as_str).collect::<BTreeSet<_>>(), allowed, "{path}");
    }
}

#[test]
fn every_document_has_its_policy_among_the_headers() {
    let headers = read("_headers");
    for (path, html) in documents() {
        let policy = csp::of(&html).expect("a policy");
        let address = path.strip_suffix("index.html").unwrap_or(&path);
        for name in [address, &path] {
            let rule = headers.split(&format!("\n/{name}\n")).nth(1).unwrap_or_else(|| panic!("_headers: no rule for /{name}"));
            assert!(rule.trim_start().starts_with(&format!("Content-Security-Policy: {policy}")), "_headers: /{name}");
        }
    }
}

/// Whether a tag is an inline script that runs, not a block of data.
fn runs(tag: &Tag) -> bool {
    tag.name == "script" && tag.get("src").is_none() && tag.get("type").is_none_or(|t| t == "module")
}

#[test]
fn linked_data_and_data_blocks_parse() {
    let mut articles = 0;
    for (path, html) in documents() {
        for tag in tags(&html).iter().filter(|t| t.name == "script" && !runs(t) && t.get("src").is_none()) {
            let value: Value = serde_json::from_str(&tag.text).unwrap_or_else(|e| panic!("{path}: {:?}: {e}", tag.attributes));
            let graph = value["@graph"].as_array().cloned().unwrap_or_default();
            articles += usize::from(graph.iter().any(|n| n["@type"] == "Article") && graph.iter().any(|n| n["@type"] == "Dataset"));
        }
    }
    assert_eq!(articles, 1, "one document is the article");
}

#[test]
fn addresses_for_shared_links_stand_only_with_a_public_address() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site-public");
    site::write(project(), &folder, Some("https://example.org/csto")).expect("the site is built");
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
        let file = folder.join(oembed::path(figure.id));
        let answer: Value = serde_json::from_str(&fs::read_to_string(&file).expect("an oEmbed file")).expect("JSON");
        assert_eq!((&answer["type"], &answer["version"]), (&Value::from("rich"), &Value::from("1.0")), "{file:?}");
        let html = tags(answer["html"].as_str().expect("html"));
        assert_eq!((html.len(), &*html[0].name), (1, "iframe"), "{file:?}: a plain frame and nothing else");
        assert_eq!(html[0].get("src"), Some(&*format!("https://example.org/csto/{}", embed::path(figure.id))));
        assert_eq!(html[0].get("height"), Some(&*answer["height"].to_string()));
        let page = fs::read_to_string(folder.join(embed::path(figure.id)).join("index.html")).expect("the page");
        assert!(page.contains(&format!("href=\"https://example.org/csto/{}\"", oembed::path(figure.id))), "{file:?} is told of");
    }
}

/// The most that the publishers' script may weigh after brotli, in bytes.
const MOST_EMBED_SCRIPT: usize = 2 * 1024;

#[test]
fn the_publishers_script_is_small_and_knows_every_figure() {
    let script = read(embed_script::PATH);
    let bytes = brotli(script.as_bytes());
    println!("{}: {bytes} bytes after brotli", embed_script::PATH);
    assert!(bytes <= MOST_EMBED_SCRIPT, "{bytes} bytes after brotli; {MOST_EMBED_SCRIPT} are allowed");
    for figure in registry::ALL {
        assert!(script.contains(&format!("[\"{}\",[\"", figure.id)), "{}", figure.id);
    }
}

#[test]
fn tables_as_csv_agree_with_their_json() {
    for csv_path in files().into_iter().filter(|p| p.ends_with(".csv")) {
        let csv = records(&read(&csv_path));
        let json_path = csv_path.replace(".csv", ".json");
        let json: Value = serde_json::from_str(&read(&json_path)).expect(&json_path);
        let columns = json["columns"].as_array().expect("columns");
        assert!(json["version"].is_u64(), "{json_path}: version");
        let titles: Vec<&str> = columns.iter().filter_map(|c| c["title"].as_str()).collect();
        assert_eq!(csv[0], titles, "{csv_path}");
        for needed in ["kind", "source"] {
            assert!(columns.iter().any(|c| c["id"] == needed), "{json_path}: no column {needed}");
        }
        let rows = json["rows"].as_array().expect("rows");
        assert_eq!(csv.len() - 1, rows.len(), "{csv_path}");
        for (record, row) in csv[1..].iter().zip(rows) {
            for (cell, column) in record.iter().zip(columns) {
                let text = match &row[column["id"].as_str().expect("an id")] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    // As the files write it: "74" in one, "74.0" in the other.
                    number => number.as_f64().expect("a number").to_string(),
                };
                assert_eq!(cell.trim_start_matches('\''), text, "{csv_path}: {record:?}");
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{csv_path}: {cell}");
            }
        }
    }
}

/// CSV after RFC 4180: every record, all of one length.
fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => cell.extend(chars.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => record.push(std::mem::take(&mut cell)),
            ('\r', false) => assert_eq!(chars.peek(), Some(&'\n'), "a line ends in CR LF"),
            ('\n', false) => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            (c, _) => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && record.is_empty(), "the last line is closed");
    assert!(records.iter().all(|r| r.len() == records[0].len()), "every record has all cells");
    records
}

#[test]
fn the_facts_file_has_every_fact_with_statement_kind_and_known_sources() {
    let json: Value = serde_json::from_str(&read("data/facts.json")).expect("parses");
    let list = |key: &str| json[key].as_array().cloned().unwrap_or_default();
    let sources: BTreeSet<String> = list("sources").iter().filter_map(|s| s["id"].as_str().map(str::to_owned)).collect();
    let facts = list("facts");
    assert!(facts.len() > 100 && json["version"].is_u64() && json["licence"].is_string());
    for fact in facts {
        for key in ["id", "statement", "kind", "as_of"] {
            assert!(fact[key].as_str().is_some_and(|t| !t.is_empty()), "{fact}: {key}");
        }
        let own = fact["sources"].as_array().cloned().unwrap_or_default();
        assert!(!own.is_empty() && own.iter().all(|s| s.as_str().is_some_and(|s| sources.contains(s))), "{fact}");
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
        for text in html.split('>').skip(1).filter_map(|part| part.split_once('<')).map(|(text, _)| text) {
            let key = |w: &&str| w.contains('_') && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            assert_eq!(text.split_whitespace().find(key), None, "{path}: a label is missing");
        }
    }
}

#[test]
fn the_readme_has_a_row_for_every_figure() {
    let readme = fs::read_to_string(project().join("README.md")).expect("README.md");
    let told = |path: &str| readme.contains(&format!("\n| `{path}` | "));
    let untold: Vec<_> = registry::ALL.iter().map(|figure| figure.id).filter(|id| !told(id)).collect();
    assert!(untold.is_empty(), "README.md: its table of figures lacks {untold:?}; add a row each");
}

#[test]
fn notes_can_be_closed_and_every_mark_has_one() {
    for (path, html) in documents() {
        let tags = tags(&html);
        let notes: BTreeSet<&str> = tags.iter().filter(|t| t.get("popover").is_some()).filter_map(|t| t.get("id")).collect();
        let targets = |closing: bool| -> BTreeSet<&str> {
            let of_kind = tags.iter().filter(|t| (t.get("class") == Some("close")) == closing);
            of_kind.filter_map(|t| t.get("popovertarget")).collect()
        };
        assert_eq!(targets(true), notes, "{path}: each note has a button that closes it");
        assert_eq!(targets(false), notes, "{path}: each note has a mark");
    }
}

#[test]
fn a_first_visit_stays_within_its_budget() {
    // The single file is taken away, not visited.
    for (path, html) in documents().into_iter().filter(|(path, _)| path != "csto-explainer.html") {
        let most_code = if path.starts_with("embed/") { MOST_EMBED_CODE } else { MOST_CODE };
        let (own, code) = (brotli(html.as_bytes()), named_code(&html));
        println!("{path}: {own} bytes of HTML and {code} of code after brotli");
        assert!(own <= MOST_HTML, "{path}: {own} bytes after brotli; {MOST_HTML} are allowed");
        assert!(code <= most_code, "{path}: {code} bytes of code after brotli; {most_code} are allowed");
    }
}

/// Bytes after brotli of all code and data that the scripts of `html` name; `share.js` comes when a reader presses Share.
fn named_code(html: &str) -> usize {
    let is_code = |p: &&String| *p != "share.js" && [".js", ".wasm"].iter().any(|end| p.ends_with(end)) || p.starts_with("figures-");
    let named = |p: &&String| html.contains(&format!("/{p}\""));
    files().iter().filter(is_code).filter(named).map(|p| brotli(&fs::read(dist().join(p)).expect(p))).sum()
}

#[test]
fn two_builds_give_the_same_bytes() {
    let build = |name: &str| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let written = site::write(project(), &folder, None).expect("the site is built");
        let content = |path: PathBuf| (path.strip_prefix(&folder).expect("inside").to_owned(), fs::read(&path).expect("a file"));
        written.into_iter().map(content).collect::<BTreeMap<_, _>>()
    };
    let (one, other) = (build("site-one"), build("site-other"));
    assert!(one.keys().eq(other.keys()), "not the same files");
    let differing: Vec<_> = one.iter().filter(|(path, bytes)| other.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?} differ");
}
