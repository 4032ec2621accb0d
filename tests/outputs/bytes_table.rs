//! The tables of bytes in docs/performance.md, which this writes, and holds to what was built.
//!
//! `BYTES=write DIST=dist cargo test --test outputs tables_of_bytes` writes them.

use std::{collections::BTreeMap, env, fs};

use csto_explainer::figures::registry;

use crate::{
    dist, files, is_of_a_state, project,
    weight::{self, Weight},
};

const BEGIN: &str = "<!-- bytes: what stands to the end of the tables is written by tests/outputs/bytes_table.rs -->\n";
const END: &str = "<!-- bytes: end -->\n";

/// By how much a documented number may differ from what was built, as a share and in bytes: a build on another day differs by a few.
const TOLERANCE: (f64, f64) = (0.03, 60.0);

/// What the first table says of a document without a program of its own or downloads.
const NONE: &str = "";

fn grouped(bytes: usize) -> String {
    csto_explainer::text::words::grouped(u32::try_from(bytes).expect("less than 4 GB"))
}

/// Bytes after brotli of the files whose names `is_meant` says, together.
fn packed(is_meant: impl Fn(&str) -> bool) -> usize {
    files().iter().filter(|path| is_meant(path)).map(|path| weight::of_file(path)).sum()
}

fn plain(is_meant: impl Fn(&str) -> bool) -> usize {
    files().iter().filter(|path| is_meant(path)).map(|path| fs::read(dist().join(path)).expect(path).len()).sum()
}

/// Whether the file at `path` belongs to the program whose files are called `start` and their content.
fn is_of(start: &str, path: &str, ending: &str) -> bool {
    path.starts_with(start) && path.ends_with(ending)
}

/// A row for each document that a reader visits: HTML, code, downloads, program of pictures.
fn of_documents() -> String {
    let mut rows = String::from(
        "| document | HTML, bytes | code, bytes | downloads, bytes | program of pictures, bytes |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    let is_visited = |path: &str| {
        let is_of_figure = path.starts_with("figures/") && path != "figures/index.html";
        path.ends_with("index.html") && !is_of_a_state(path) && !is_of_figure
    };
    let mut visited: Vec<_> = weight::all().iter().filter(|(path, _)| is_visited(path)).collect();
    visited.sort_by_key(|(path, _)| *path != "index.html");
    for (path, &Weight { html, code, .. }) in visited {
        let name = path.trim_end_matches("index.html");
        let name = if name.is_empty() { "the page".to_owned() } else { format!("`{name}`") };
        let figure = path.split('/').nth(1).filter(|id| registry::find(id).is_some() && path.starts_with("embed/"));
        let downloads = figure.map(|id| packed(|file| [".csv", ".json"].iter().any(|ending| *file == format!("data/{id}{ending}"))));
        let pictures = figure.map(|id| packed(|file| is_picture_of(file, id))).filter(|bytes| *bytes > 0);
        let [downloads, pictures] = [downloads, pictures].map(|bytes| bytes.map_or_else(|| NONE.to_owned(), grouped));
        rows += &format!("| {name} | {} | {} | {downloads} | {pictures} |\n", grouped(html), grouped(code));
    }
    rows
}

fn is_picture_of(path: &str, id: &str) -> bool {
    path.strip_prefix("pictures-").is_some_and(|rest| rest.starts_with(&format!("{id}-")))
        && (path.ends_with(".js") || path.ends_with(".wasm"))
}

/// A row for each other file that a visit or a download fetches.
fn of_files() -> String {
    let rows = [
        ("the article's program, WebAssembly", packed(|path| is_of("csto-explainer-", path, ".wasm"))),
        ("the script beside it", packed(|path| is_of("csto-explainer-", path, ".js"))),
        (
            "the program of the figures' own pages, with its script",
            packed(|path| [".wasm", ".js"].iter().any(|end| is_of("reference-", path, end))),
        ),
        (
            "the data of the page's figures, and of the ledger's rows on its stages",
            packed(|path| path.starts_with("figures-") && path.ends_with(".json")),
        ),
        ("`embed.js`", packed(|path| path == "embed.js")),
        ("`share.js`, fetched when \"Share or cite\" is pressed", packed(|path| path == "share.js")),
        ("the service worker, `sw.js`", packed(|path| path == "sw.js")),
        ("typefaces, all files (compressed already)", plain(|path| path.ends_with(".woff2"))),
        ("`data/facts.json`", packed(|path| path == "data/facts.json")),
        ("`csto-explainer.html`, the single file", packed(|path| path == "csto-explainer.html")),
        ("`csto-explainer.epub` (compressed already)", plain(|path| path == "csto-explainer.epub")),
    ];
    let row = |(name, bytes): (&str, usize)| format!("| {name} | {} |\n", grouped(bytes));
    ["| file | bytes after brotli |\n| --- | ---: |\n".to_owned(), rows.map(row).concat()].concat()
}

/// The numbers of each row by the name that begins it.
fn numbers(table: &str) -> BTreeMap<String, Vec<f64>> {
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    rows.map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let name = cells.next().unwrap_or_default().to_owned();
        (name, cells.filter_map(|cell| cell.replace(',', "").parse().ok()).collect())
    })
    .collect()
}

#[test]
fn the_tables_of_bytes_say_what_was_built() {
    // Without a program there is nothing to compare.
    if !files().iter().any(|path| is_of("csto-explainer-", path, ".wasm")) {
        return;
    }
    let file = project().join("docs/performance.md");
    let text = fs::read_to_string(&file).expect("docs/performance.md");
    let (before, rest) = text.split_once(BEGIN).expect("the tables begin");
    let (documented, after) = rest.split_once(END).expect("the tables end");
    let built = [of_documents(), of_files()].join("\n");
    if env::var("BYTES").is_ok_and(|bytes| bytes == "write") {
        fs::write(&file, [before, BEGIN, &built, END, after].concat()).expect("docs/performance.md");
        return;
    }
    let (documented, built) = (numbers(documented), numbers(&built));
    let is_near = |a: &f64, b: &f64| (a - b).abs() <= TOLERANCE.1.max(a * TOLERANCE.0);
    let is_right = |name: &String, numbers: &Vec<f64>| {
        documented.get(name).is_some_and(|told| told.len() == numbers.len() && told.iter().zip(numbers).all(|(a, b)| is_near(a, b)))
    };
    let wrong: Vec<_> = built
        .iter()
        .filter(|(name, numbers)| !is_right(name, numbers))
        .map(|(name, numbers)| (name, numbers, documented.get(name)))
        .collect();
    assert!(wrong.is_empty(), "write the tables of docs/performance.md again, with BYTES=write: built and documented are {wrong:?}");
    assert_eq!(documented.len(), built.len(), "docs/performance.md has rows of what is not built; write them again, with BYTES=write");
}
