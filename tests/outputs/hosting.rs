//! What hosts, browsers and workers are told of the files, against literal expectations.

use std::{collections::BTreeSet, fs};

use csto_explainer::build::site;
use serde_json::Value;

use crate::{files, html::tags, joined, project, public, read};

#[test]
fn hosts_are_told_these_headers_for_every_file() {
    let headers = read("_headers");
    let (all, _) = headers.split_once("\n/\n").expect("rules for every file and for all embeds, then for the page");
    let lines: Vec<&str> = all.lines().map(str::trim).collect();
    let expected = [
        "/*",
        "Access-Control-Allow-Origin: *",
        "Cross-Origin-Resource-Policy: cross-origin",
        "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        // One rule for all embeds, named states among them, so that hosts that read 100 rules read all.
        "/embed/*",
        "Cross-Origin-Embedder-Policy: require-corp",
    ];
    assert_eq!(lines, expected);
}

/// The directives of the document, without hashes, which depend on its scripts and styles; `policy` tries them.
fn directives(html: &str) -> Vec<String> {
    let meta = tags(html).into_iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy")).expect("a policy");
    let without_hashes = |directive: &str| directive.split(' ').filter(|word| !word.starts_with("'sha256-")).collect::<Vec<_>>().join(" ");
    meta.get("content").expect("its directives").split("; ").map(without_hashes).collect()
}

#[test]
fn the_policy_of_each_kind_of_document_is_this() {
    const PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src; font-src 'self'; img-src 'self' data: blob:; \
                        connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'";
    let expected = [
        ("index.html", PAGE.to_owned()),
        ("ledger/index.html", PAGE.to_owned()),
        ("figures/map/index.html", PAGE.to_owned()),
        ("embed/map/index.html", PAGE.to_owned()),
        // It shows figures in frames.
        ("embed/index.html", PAGE.replace(" base-uri", " frame-src 'self'; base-uri")),
        // A host shows it at any address, from which a base element would lead astray.
        ("404.html", PAGE.replace("base-uri 'self'", "base-uri 'none'")),
        // It holds its typefaces.
        ("csto-explainer.html", PAGE.replace("font-src 'self'", "font-src data:").replace("base-uri 'self'", "base-uri 'none'")),
    ];
    for (path, expected) in expected {
        assert_eq!(directives(&read(path)), expected.split("; ").collect::<Vec<_>>(), "{path}");
    }
    // In a sandbox WebKit takes `'self'` for nobody.
    let embed = fs::read_to_string(public().join("embed/map/index.html")).expect("an embed");
    let own = "'self' https://example.org";
    let expected = ["script-src", "font-src", "connect-src", "base-uri"]
        .into_iter()
        .fold(PAGE.to_owned(), |policy, name| policy.replace(&format!("{name} 'self'"), &format!("{name} {own}")));
    assert_eq!(directives(&embed), expected.split("; ").collect::<Vec<_>>());
}

#[test]
fn a_document_says_early_in_which_charset_it_is() {
    for (path, html) in crate::documents() {
        // Where the standard has browsers look.
        let start = html.char_indices().map(|(at, _)| at).take_while(|at| *at <= 1024).last().unwrap_or_default();
        assert!(html[..start].contains("<meta charset=\"utf-8\">"), "{path}");
    }
}

/// The headers that `_headers` gives for the file at `path` alone.
fn rule(path: &str) -> Vec<String> {
    let headers = read("_headers");
    let (_, rest) = headers.split_once(&format!("\n/{path}\n")).expect("a rule of its own in _headers");
    rest.lines().take_while(|line| line.starts_with(' ')).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn files_named_by_their_content_are_kept_for_a_year() {
    let named: Vec<String> = files()
        .into_iter()
        .filter(|path| path.starts_with("fonts/") || path.starts_with("figures-"))
        // Beside the built files lie their precompressed forms, which a host serves under the name of the file.
        .filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
        .collect();
    assert!(named.len() >= 4, "{named:?}");
    for path in named {
        assert_eq!(rule(&path), ["Cache-Control: public, max-age=31536000, immutable"], "{path}");
    }
}

/// A browser keeps these files for a year, so another program under the same name would never come.
#[test]
fn another_program_has_another_name() {
    let names = |folder: &str, module: &[u8]| -> BTreeSet<String> {
        let out = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
        let _ = fs::remove_dir_all(&out);
        fs::create_dir_all(&out).expect("a folder");
        for (name, content) in [("csto-explainer-1.js", &b"export { start as default };"[..]), ("csto-explainer-1_bg.wasm", module)] {
            fs::write(out.join(name), content).expect("a file");
        }
        let written = site::write(project(), &out, None, None).expect("the site is built");
        let names = written.iter().filter_map(|path| path.file_name()?.to_str()).filter(|name| name.starts_with("csto-explainer-"));
        names.map(str::to_owned).collect()
    };
    // The smallest module, and one with a section of its own: an id, a length, and its name of no letters.
    let one = names("site-program-one", b"\0asm\x01\0\0\0");
    let other = names("site-program-other", b"\0asm\x01\0\0\0\0\x01\0");
    assert_eq!((one.len(), other.len()), (2, 2), "a script and a module: {one:?}");
    assert!(one.is_disjoint(&other), "{one:?}");
}

#[test]
fn a_host_finds_the_files_that_it_looks_for_by_name() {
    // GitHub Pages leaves out names that begin with `_` unless there is a `.nojekyll`.
    for name in ["404.html", ".nojekyll", "_headers", "_headers.caddy", "_headers.nginx", "embed.js", "manifest.webmanifest", "sw.js"] {
        assert!(files().contains(name), "{name} is not there");
    }
}

#[test]
fn a_missing_page_leads_home_without_script_where_the_address_is_known() {
    let html = fs::read_to_string(public().join("404.html")).expect("404.html");
    let tags = tags(&html);
    let links: Vec<&str> = tags.iter().filter(|tag| tag.name == "a").filter_map(|tag| tag.get("href")).collect();
    assert_eq!(links, ["https://example.org/csto/"]);
    assert!(tags.iter().all(|tag| tag.name != "script"), "it has a script");
}

/// What the browser loads with the page must be kept for a reader without network.
#[test]
fn the_worker_keeps_all_that_the_page_loads() {
    let list: Value = serde_json::from_str(&read("offline.json")).expect("JSON");
    let first: BTreeSet<&str> = list["first"].as_array().expect("a list").iter().filter_map(|entry| entry[0].as_str()).collect();
    let page = read("index.html");
    let tags = tags(&page);
    let linked = tags.iter().filter(|tag| tag.name == "link" && tag.get("rel") != Some("canonical")).filter_map(|tag| tag.get("href"));
    let loaded = tags.iter().filter(|tag| ["img", "script", "source"].contains(&&*tag.name)).filter_map(|tag| tag.get("src"));
    let styles = tags.iter().filter(|tag| tag.name == "style").flat_map(|tag| tag.text.split("url(\"").skip(1));
    let styled = styles.filter_map(|rest| rest.split('"').next());
    let needed: BTreeSet<String> =
        linked.chain(loaded).chain(styled).filter(|to| !to.starts_with("data:")).map(|to| joined("index.html", to)).collect();
    for path in ["icon.svg", "icon-192.png", "manifest.webmanifest"] {
        assert!(needed.contains(path), "the page does not name {path}: {needed:?}");
    }
    for path in &needed {
        assert!(first.contains(&**path), "{path} is not kept");
    }
    assert!(first.contains(""), "the page itself is not kept");
}

#[test]
fn what_replaces_the_worker_removes_it() {
    assert!(read("sw-off.js").contains("registration.unregister()") && !read("sw.js").contains("unregister"));
}
