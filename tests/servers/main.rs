//! The samples in `docs/hosting/`, tried with the real nginx and Caddy over a built site, at the root of a host and below.
//!
//! A server that is not installed is named and left out; with `CI=true` that fails.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot set its server up should stop")]

mod rules;
mod server;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use csto_explainer::build::site;
use server::{Kind, Reply, Server};

/// What stands in a twin, so that a reply from it can be told from one that the server compressed itself.
const TWIN: [(&str, &str); 2] = [("br", "the twin in brotli"), ("gz", "the twin in gzip")];

/// The smallest WebAssembly.
const MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// Where the site is said to stand, so that it has files for oEmbed.
const ADDRESS: &str = "https://example.org/csto/";

/// A site with a program that does nothing, and with twins of the page.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("servers/site");
        // What is left of a run before would be taken for the program.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        for (name, content) in [("csto-explainer-1.js", &b"export { start as default };"[..]), ("csto-explainer-1_bg.wasm", MODULE)] {
            fs::write(folder.join(name), content).expect("a file");
        }
        site::write(Path::new(env!("CARGO_MANIFEST_DIR")), &folder, Some(ADDRESS), None).expect("the site is built");
        for (ending, text) in TWIN {
            fs::write(folder.join(format!("index.html.{ending}")), text).expect("a twin");
        }
        folder
    })
}

/// The file of the program that ends so; the build names it by its content.
fn program(ending: &str) -> String {
    let files = fs::read_dir(folder()).expect("the site").flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    files.into_iter().find(|name| name.starts_with("csto-explainer-") && name.ends_with(ending)).expect("a program")
}

/// The file of a typeface; the build names it by its content.
fn typeface() -> String {
    let files = fs::read_dir(folder().join("fonts")).expect("the typefaces").flatten();
    let name = files.map(|file| file.file_name().to_string_lossy().into_owned()).next().expect("a typeface");
    format!("fonts/{name}")
}

/// Calls `test` with each server and with the path at which it serves the site: the root, then below it.
fn with_each(test: impl Fn(&Server, &str)) {
    for kind in [Kind::Nginx, Kind::Caddy] {
        for (root, path) in [(folder(), "/"), (folder().parent().expect("a parent"), "/site/")] {
            match Server::start(kind, root, folder()) {
                Some(server) => test(&server, path),
                None => {
                    println!("{kind:?} is left out: it is not installed.");
                    let is_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
                    assert!(!is_ci, "{kind:?} is not installed; with CI=true no server may be left out");
                    break;
                }
            }
        }
    }
}

#[test]
fn every_file_is_sent_with_the_headers_that_are_written_for_it() {
    let rules = rules::parse(&fs::read_to_string(folder().join("_headers")).expect("_headers"));
    assert!(rules.iter().any(|r| r.path == "/embed/map/") && rules.iter().any(|r| r.path.ends_with(".wasm")), "{rules:?}");
    let typeface = typeface();
    with_each(|server, root| {
        for rule in &rules {
            let paths = match rule.path.as_str() {
                "/*" => vec!["", "embed/map/", "data/map.csv", "icon.svg", &typeface],
                "/embed/*" => vec!["embed/map/", "embed/map/index.html", "embed/treaty/1992/", "embed/treaty/1992/index.html"],
                path => vec![&path[1..]],
            };
            for path in paths {
                let reply = server.get(&[root, path].concat(), "identity");
                assert_eq!(reply.status, 200, "{server:?}: {path}");
                for (name, value) in &rule.headers {
                    assert_eq!(reply.header(name), Some(value.as_str()), "{server:?}: {root}{path}: {name}");
                }
            }
        }
    });
}

#[test]
fn what_may_change_is_asked_for_anew_and_costs_nothing_while_it_has_not() {
    with_each(|server, root| {
        for path in ["", "embed/map/", "data/map.csv"] {
            let address = [root, path].concat();
            let reply = server.get(&address, "identity");
            assert_eq!(reply.header("cache-control"), Some("no-cache"), "{server:?}: {address}");
            let tag = reply.header("etag").expect("an etag").to_owned();
            assert_eq!(server.get_if_changed(&address, &tag).status, 304, "{server:?}: {address}");
        }
        assert_eq!(server.get(&[root, "data/map.csv"].concat(), "identity").header("content-security-policy"), None, "{server:?}");
    });
}

#[test]
fn files_are_of_the_types_that_browsers_insist_on() {
    with_each(|server, root| {
        for (path, types) in [
            ("", &["text/html; charset=utf-8"][..]),
            (&program("_bg.wasm"), &["application/wasm"]),
            (&program(".js"), &["text/javascript; charset=utf-8", "application/javascript; charset=utf-8"]),
            ("data/map.json", &["application/json"]),
            ("data/map.csv", &["text/csv; charset=utf-8", "text/csv"]),
            ("icon.svg", &["image/svg+xml"]),
            ("icon-192.png", &["image/png"]),
            ("manifest.webmanifest", &["application/manifest+json"]),
            ("csto-explainer.epub", &["application/epub+zip"]),
            (&typeface(), &["font/woff2"]),
        ] {
            let reply = server.get(&[root, path].concat(), "identity");
            let found = reply.header("content-type").unwrap_or_default();
            assert!(types.contains(&found), "{server:?}: {path} is {found}");
        }
    });
}

#[test]
fn an_address_without_its_slash_leads_to_the_one_with_it() {
    with_each(|server, root| {
        let reply = server.get(&[root, "embed/map?v=1"].concat(), "identity");
        assert!([301, 308].contains(&reply.status), "{server:?}: answers {}", reply.status);
        let found = reply.header("location").unwrap_or_default();
        assert_eq!(found, [root, "embed/map/?v=1"].concat(), "{server:?}");
    });
}

#[test]
fn what_is_missing_is_answered_with_the_way_home() {
    with_each(|server, root| {
        for path in ["nothing", "embed/nothing/", "data/nothing.csv"] {
            let reply = server.get(&[root, path].concat(), "identity");
            assert_eq!(reply.status, 404, "{server:?}: {path}");
            // Below a path the sample leaves it to the host's own pages.
            assert!(root != "/" || reply.text.contains("data-part=\"home\""), "{server:?}: {path}: {}", reply.text);
        }
    });
}

#[test]
fn the_twins_go_to_whoever_can_read_them() {
    with_each(|server, root| {
        let asks = |accepted: &str| server.get(root, accepted);
        let is = |reply: Reply, coding: &str, text: &str| {
            assert_eq!(reply.header("content-encoding"), Some(coding), "{server:?}");
            assert!(reply.text == text, "{server:?}: not the twin in {coding}");
            assert!(reply.header("vary").is_some_and(|v| v.eq_ignore_ascii_case("accept-encoding")), "{server:?}");
        };
        is(asks("gzip"), "gzip", TWIN[1].1);
        if server.has_brotli {
            is(asks("gzip, br"), "br", TWIN[0].1);
        }
        let plain = asks("identity");
        assert!(plain.header("content-encoding").is_none() && plain.text.contains("<!DOCTYPE html>"), "{server:?}");
    });
}

#[test]
fn what_is_for_the_server_is_not_served() {
    with_each(|server, root| {
        for name in ["_headers", "_headers.nginx", "_headers.caddy"] {
            assert_eq!(server.get(&[root, name].concat(), "identity").status, 404, "{server:?}: {name}");
        }
    });
}

/// The policy of such a document is in no rule of `_headers`, which hosts read that take few rules.
#[test]
fn a_document_of_a_named_state_is_sent_with_its_policy() {
    let html = fs::read_to_string(folder().join("embed/treaty/1992/index.html")).expect("a document");
    let policy = html.split_once("Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a policy");
    with_each(|server, root| {
        for path in ["embed/treaty/1992/", "embed/treaty/1992/index.html"] {
            let reply = server.get(&[root, path].concat(), "identity");
            assert_eq!((reply.status, reply.header("content-security-policy")), (200, Some(policy)), "{server:?}: {root}{path}");
        }
    });
}

/// The file that answers a system that knows oEmbed, by its text.
fn answer(path: &str) -> String {
    fs::read_to_string(folder().join(path)).expect(path)
}

#[test]
fn a_pasted_address_with_the_query_of_a_named_state_is_answered_with_that_state() {
    let shares = "https%3A%2F%2Fexample.org%2Fcsto%2Fembed%2Ftroop-shares%2F";
    let treaty = "https%3A%2F%2Fexample.org%2Fcsto%2Fembed%2Ftreaty%2F";
    let asked = [
        // As WordPress asks after it has found the link in the embed.
        (
            format!("troop-shares.json?maxwidth=600&maxheight=900&url={shares}%3Fv%3D1%26source%3Dmedia-6-jan&dnt=1&format=json"),
            "troop-shares/media-6-jan.json",
        ),
        (format!("troop-shares.json?url={shares}%3Fv%3D1%26source%3Dmedia-6-jan%26unit%3Dshare"), "troop-shares/media-6-jan-share.json"),
        // What WordPress asks for after an author, whose text it keeps as HTML, opens the post again.
        (
            format!("troop-shares.json?url={shares}%3Fv%3D1%26amp%3Bsource%3Dmedia-6-jan%26amp%3Bunit%3Dshare"),
            "troop-shares/media-6-jan-share.json",
        ),
        // The essay's counts are what the figure shows at first, so a unit alone names them.
        (format!("troop-shares.json?url={shares}%3Fv%3D1%26unit%3Dper-million"), "troop-shares/essay-per-million.json"),
        // What "Share or cite" gives.
        (
            format!("troop-shares.json?url={shares}%3Fv%3D1%26total%3D2500%26unit%3Dtroops%26source%3Darm70-blr500-kgz200-tjk200"),
            "troop-shares/media-6-jan.json",
        ),
        // What the link in the embed becomes while a reader's browser shows the state.
        ("troop-shares.json?v=1&total=2500&unit=troops&source=arm70-blr500-kgz200-tjk200".into(), "troop-shares/media-6-jan.json"),
        ("treaty.json?v=1&treaty=1992&format=json&maxwidth=600".into(), "treaty/1992.json"),
        (format!("treaty.json?format=json&url={treaty}%3fv%3d1%26treaty%3dsince-2012%26theme%3dauto"), "treaty/since-2012.json"),
        // Not everybody encodes all that can be encoded.
        ("treaty.json?url=https://example.org/csto/embed/treaty/?treaty=1992".into(), "treaty/1992.json"),
        (format!("treaty.json?url={treaty}%3Ftreaty%3D1992%23treaty"), "treaty/1992.json"),
        // No name: the figure as it is at first.
        ("treaty.json".into(), "treaty.json"),
        (format!("treaty.json?url={treaty}"), "treaty.json"),
        (format!("treaty.json?url={treaty}%3Fv%3D1%26treaty%3D2010"), "treaty.json"),
        (format!("treaty.json?url={treaty}%3Fv%3D1%26treaty%3D1992-x"), "treaty.json"),
        (format!("troop-shares.json?url={shares}%3Fv%3D1%26source%3Dmedia-6-jan%26total%3D2030"), "troop-shares.json"),
        (format!("troop-shares.json?url={shares}%3Fv%3D1%26total%3D2030%26unit%3Dshare"), "troop-shares.json"),
        ("troop-shares.json?v=1&source=media-6-jan&total=2030".into(), "troop-shares.json"),
        // Another figure's state.
        (format!("burden.json?url={treaty}%3Fv%3D1%26treaty%3D1992"), "burden.json"),
        // The file of a state itself.
        ("treaty/1992.json".into(), "treaty/1992.json"),
        // The theme of the pasted address: alone, after a state, before one that then has no name, and beside a name.
        (format!("treaty.json?url={treaty}%3Ftheme%3Ddark"), "treaty.dark.json"),
        (format!("treaty.json?format=json&url={treaty}%3fv%3d1%26treaty%3dsince-2012%26theme%3ddark"), "treaty/since-2012.dark.json"),
        (format!("treaty.json?url={treaty}%3Ftreaty%3D1992%26amp%3Btheme%3Dlight%23treaty&dnt=1"), "treaty/1992.light.json"),
        (format!("treaty.json?url={treaty}%3Ftheme%3Ddark%26total%3D2030"), "treaty.dark.json"),
        (format!("treaty/1992.json?url={treaty}1992%2F%3Ftheme%3Ddark&maxwidth=600"), "treaty/1992.dark.json"),
        ("treaty.json?url=https://example.org/csto/embed/treaty/?theme=dark".into(), "treaty.dark.json"),
        ("treaty.json?v=1&treaty=1992&theme=dark".into(), "treaty/1992.dark.json"),
        ("treaty/1992.dark.json".into(), "treaty/1992.dark.json"),
        // No theme: one that is unknown, the reader's, and a word that only begins so.
        (format!("treaty.json?url={treaty}%3Ftheme%3Ddarker"), "treaty.json"),
        (format!("treaty.json?url={treaty}%3Ftheme%3Dauto"), "treaty.json"),
        (format!("treaty.json?url={treaty}%3Fno-theme%3Ddark"), "treaty.json"),
    ];
    with_each(|server, root| {
        for (address, file) in &asked {
            let reply = server.get(&[root, "oembed/", address].concat(), "identity");
            assert_eq!((reply.status, reply.header("content-type")), (200, Some("application/json")), "{server:?}: {root}oembed/{address}");
            assert!(reply.text == answer(&format!("oembed/{file}")), "{server:?}: {root}oembed/{address} is not {file}: {}", reply.text);
        }
        assert_eq!(server.get(&[root, "oembed/nothing.json?v=1&treaty=1992"].concat(), "identity").status, 404, "{server:?}");
    });
}
