//! What documents may run and fetch: nothing that does not stand in them or beside them.

use std::collections::BTreeSet;

use csto_explainer::build::csp;

use crate::{
    documents, files,
    html::{Tag, tags},
    is_of_a_state, joined, read,
};

#[test]
fn nothing_is_fetched_from_another_host() {
    for (path, html) in documents() {
        for tag in tags(&html) {
            let absolute =
                |name: &str| tag.get(name).is_some_and(|a| !a.starts_with("data:") && (a.contains("://") || a.starts_with("//")));
            let canonical = matches!(tag.get("rel"), Some("canonical" | "alternate"));
            assert!(!absolute("src") && (!absolute("href") || tag.name == "a" || canonical), "{path}: {tag:?}");
            if tag.name == "style" {
                assert!(!tag.text.contains("@import"), "{path}: a style fetches another");
                for address in tag.text.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    let is_own = address.starts_with("data:font/woff2;") || files().contains(&joined(&path, address));
                    assert!(is_own, "{path}: a style asks for {address}, which is no file of the site");
                }
                assert_eq!(
                    tag.text.matches("url(").count(),
                    tag.text.matches("url(\"").count(),
                    "{path}: an address without quotation marks"
                );
            }
        }
    }
}

/// See src/build/note-side.js.
#[test]
fn no_style_can_hang_webkit_and_every_note_is_placed_by_script() {
    for (path, html) in documents() {
        assert!(!html.contains("position-try"), "{path}: has `position-try`, with which WebKit 2.50 lays out without end");
        if html.contains(" popovertarget=") {
            assert!(html.contains("setProperty(\"--inset\""), "{path}: has notes, but not the script that places them");
        }
    }
}

#[test]
fn no_charset_that_a_host_sends_can_garble_a_file() {
    for (path, html) in documents() {
        assert!(html.starts_with("\u{feff}<!DOCTYPE html>"), "{path}: no byte order mark before all else");
        assert_eq!(html.matches('\u{feff}').count(), if path == "csto-explainer.html" { 1 + csv_files() } else { 1 }, "{path}");
    }
    for path in ["embed.js", "share.js", "data/map.svg"] {
        assert!(read(path).is_ascii(), "{path}: has letters beyond ASCII, which the charset of the page around would garble");
    }
}

/// How many data files stand in the single file, each with a mark of its own.
fn csv_files() -> usize {
    files().iter().filter(|path| path.ends_with(".csv")).count()
}

#[test]
fn every_document_of_a_folder_mends_its_address_before_it_asks_for_a_file() {
    for (path, html) in documents() {
        let first = tags(&html).into_iter().find(runs);
        let mends = first.is_some_and(|script| script.text.contains("history.replaceState(history.state, \"\", address)"));
        assert_eq!(mends, path.ends_with("index.html"), "{path}");
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
    let (of_states, documents): (Vec<_>, Vec<_>) = documents().into_iter().partition(|(path, _)| is_of_a_state(path));
    for (path, html) in documents {
        let policy = of(&html);
        let address = path.strip_suffix("index.html").unwrap_or(&path);
        for name in [address, &path] {
            let rule = headers.split(&format!("\n/{name}\n")).nth(1).unwrap_or_else(|| panic!("_headers: no rule for /{name}"));
            assert!(rule.trim_start().starts_with(&format!("Content-Security-Policy: {policy}")), "_headers: /{name}");
        }
    }
    // Those of named states are too many for Cloudflare Pages, which reads 100 rules. They share a policy, and so a pattern elsewhere.
    let rules = headers.lines().filter(|line| line.starts_with('/')).count();
    assert!(rules <= 100 && !of_states.is_empty(), "{rules} rules, {} documents of states", of_states.len());
    let policies: BTreeSet<String> = of_states.iter().map(|(_, html)| of(html)).collect();
    assert_eq!(policies.len(), 1, "{policies:?}");
    for file in ["_headers.nginx", "_headers.caddy"] {
        let rule = format!("  ~/embed/[^/]+/[^/]+/(index\\.html)?$ \"{}\"", policies.first().expect("one"));
        assert!(read(file).contains(&rule), "{file}: not {rule}");
    }
}

/// The policy that stands in a document.
pub(crate) fn of(html: &str) -> String {
    let policy = tags(html).into_iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"));
    policy.and_then(|tag| tag.get("content").map(str::to_owned)).expect("a policy")
}

/// Whether a tag is an inline script that runs, not a block of data.
pub(crate) fn runs(tag: &Tag) -> bool {
    tag.name == "script" && tag.get("src").is_none() && tag.get("type").is_none_or(|t| t == "module")
}
