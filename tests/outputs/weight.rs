//! What readers download, in bytes after brotli.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    sync::{Mutex, OnceLock},
};

use csto_explainer::{
    build::{embed_script, inlined},
    figures::registry,
    walk::cover,
};

use crate::{dist, documents, files, is_of_a_state, project, public, read};

/// The most that HTML with its styles, but without scripts (an embed's: without its program), may weigh after brotli, in bytes: the page's, and that of any
/// other document.
const MOST_PAGE: usize = 46 * 1024;
const MOST_HTML: usize = 60 * 1024;

/// The most that all code of the page may weigh after brotli, in bytes: its program, with the figure and the stages that the
/// article shows, its inline scripts, and what the figures read.
const MOST_CODE: usize = 79 * 1024;

/// The same of any other document that is no embed: the program of the figures' own pages has all ten.
const MOST_REFERENCE_CODE: usize = 100 * 1024;

/// The most that the data of the page's figures and stages may weigh after brotli, in bytes: numbers, and the words of what opens.
const MOST_DATA: usize = 6 * 1024;

/// The most that the code of an embed may weigh after brotli, in bytes. Drawn figures have 48 KiB, figures of HTML 34 KB.
/// `troop-shares` was to have 57 KB and misses that by 5: docs/performance.md says where they go.
fn most_embed_code(path: &str) -> usize {
    match path.trim_start_matches("embed/").split('/').next() {
        Some("troop-shares") => 61_900,
        // Figures that the browser draws are those that it can save as pictures.
        Some(id) if registry::find(id).is_some_and(|figure| figure.picture.is_some()) => 49_152,
        _ => 34_000,
    }
}

/// The most that the single file may weigh, in bytes as it is: readers send it by mail.
const MOST_SINGLE: usize = 2_500_000;

#[test]
fn the_single_file_can_be_sent_by_mail() {
    let bytes = read("csto-explainer.html").len();
    println!("the single file: {bytes} bytes");
    assert!(bytes <= MOST_SINGLE, "{bytes} bytes; {MOST_SINGLE} are allowed");
}

/// What a first visit to a document fetches, in bytes after brotli.
#[derive(Clone, Copy)]
pub(crate) struct Weight {
    /// HTML with its styles.
    pub(crate) html: usize,
    /// The program and scripts, in the document and beside it.
    pub(crate) code: usize,
    /// What the page's figures read.
    pub(crate) data: usize,
}

/// The weight of each document but the single file, which is taken away and not visited; computed once.
pub(crate) fn all() -> &'static BTreeMap<String, Weight> {
    static ALL: OnceLock<BTreeMap<String, Weight>> = OnceLock::new();
    ALL.get_or_init(|| {
        let visited = documents().into_iter().filter(|(path, _)| path != "csto-explainer.html");
        visited.map(|(path, html)| (path.clone(), of(&path, &html))).collect()
    })
}

fn of(path: &str, html: &str) -> Weight {
    let own = if path.starts_with("embed/") { without_program(html).into() } else { without_scripts(html) };
    let own = brotli(own.as_bytes());
    let code = brotli(html.as_bytes()) - own + named(html, is_code);
    Weight { html: own, code, data: named(html, |path| path.starts_with("figures-")) }
}

#[test]
fn a_first_visit_stays_within_its_budget() {
    for (path, &Weight { html, code, data }) in all() {
        let most_code = match path.as_str() {
            "index.html" => MOST_CODE,
            path if path.starts_with("embed/") => most_embed_code(path),
            _ => MOST_REFERENCE_CODE,
        };
        println!("{path}: {html} bytes of HTML, {code} of code and {data} of data after brotli");
        let most = if path == "index.html" { MOST_PAGE } else { MOST_HTML };
        assert!(html <= most, "{path}: {html} bytes after brotli; {most} are allowed");
        assert!(code <= most_code, "{path}: {code} bytes of code after brotli; {most_code} are allowed");
        assert!(data <= MOST_DATA, "{path}: {data} bytes of data after brotli; {MOST_DATA} are allowed");
    }
}

#[test]
fn the_documented_limits_are_those_of_the_tests() {
    let text = fs::read_to_string(project().join("docs/performance.md")).expect("docs/performance.md");
    let drawn = registry::ALL.iter().find(|figure| figure.picture.is_some() && figure.id != "troop-shares").expect("a drawn figure");
    let of_html = registry::ALL.iter().find(|figure| figure.picture.is_none()).expect("a figure of HTML");
    let [of_html, drawn, shares] = [of_html.id, drawn.id, "troop-shares"].map(|id| most_embed_code(&format!("embed/{id}/")));
    let limits = format!(
        "The limit for the page is {} KiB of HTML, {} KiB of code and {} KiB of data, and {} KiB of code for pages of figures. \
         For embeds it is {} KB of code for figures of HTML, {} KiB for drawn figures, and {}.{} KB for `troop-shares`",
        MOST_PAGE / 1024,
        MOST_CODE / 1024,
        MOST_DATA / 1024,
        MOST_REFERENCE_CODE / 1024,
        of_html / 1000,
        drawn / 1024,
        shares / 1000,
        shares % 1000 / 100,
    );
    assert!(text.contains(&limits), "docs/performance.md names other limits than these: {limits}");
}

/// A figure's own page without its program.
fn without_program(html: &str) -> &str {
    let opening = format!("<script type=\"text/plain\" id=\"{}\">", inlined::ID);
    let Some((before, _)) = html.split_once(&opening) else { return html };
    let module = before.rfind("<script type=\"module\">").expect("the module stands before its program");
    &before[..module]
}

/// The document without its scripts, which count as code. Linked data is no script.
fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (script, rest) = part.split_once("</script>").expect("every script ends");
        if script.starts_with(" type=\"application/ld+json\"") {
            out.extend(["<script", script, "</script>"]);
        }
        out += rest;
    }
    out
}

/// Whether a file is code that a visit needs: not what comes when a reader presses Share or asks for a picture.
fn is_code(path: &str) -> bool {
    [".js", ".wasm"].iter().any(|end| path.ends_with(end)) && path != "share.js" && !path.starts_with("pictures-")
}

/// Bytes after brotli of all files that the scripts of `html` name and `is_counted` counts.
fn named(html: &str, is_counted: impl Fn(&str) -> bool) -> usize {
    let is_named = |p: &&String| html.contains(&format!("/{p}\""));
    files().iter().filter(|p| is_counted(p)).filter(is_named).map(|p| of_file(p)).sum()
}

/// Bytes of the file at `path` after brotli; computed once, because all pages of figures name one program.
pub(crate) fn of_file(path: &str) -> usize {
    static KNOWN: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().expect("no test panicked here");
    *known.entry(path.to_owned()).or_insert_with(|| brotli(&fs::read(dist().join(path)).expect(path)))
}

/// The most that a document of a named state may weigh, in bytes as it is: there are many of them.
const MOST_OF_STATE: u64 = 5 * 1024;

#[test]
fn an_address_to_be_pasted_costs_little() {
    // Where the public address is known, a document says more.
    let bytes = |path: String| (fs::metadata(public().join(&path)).expect(&path).len(), path);
    let sizes: Vec<_> = files().into_iter().filter(|path| is_of_a_state(path)).map(bytes).collect();
    let all: u64 = sizes.iter().map(|(bytes, _)| bytes).sum();
    println!("{} documents of named states: {all} bytes", sizes.len());
    let largest = sizes.iter().max().expect("a named state");
    assert!(largest.0 <= MOST_OF_STATE, "{largest:?}; {MOST_OF_STATE} bytes are allowed");
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

/// The most that the script of the guess may weigh after brotli, in bytes: it stands before the text of the page.
const MOST_GUESS: usize = 900;

#[test]
fn the_guess_is_small_and_stands_right_after_its_game() {
    let script = cover::script();
    let bytes = brotli(script.as_bytes());
    println!("guess.js: {bytes} bytes after brotli");
    assert!(bytes <= MOST_GUESS, "{bytes} bytes after brotli; {MOST_GUESS} are allowed");
    let element = ["</figure><script>", &script, "</script>"].concat();
    for path in ["index.html", "csto-explainer.html", &format!("embed/{}/index.html", cover::FIGURE)] {
        assert_eq!(read(path).matches(&element).count(), 1, "{path}");
    }
}

fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22).write_all(bytes).expect("compresses");
    out.len()
}
