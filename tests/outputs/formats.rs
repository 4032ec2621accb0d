//! What other programs read of the site, against literal expectations: the book's package, headers, policy, manifest, oEmbed and
//! linked data. What the build says of these formats is not asked, because a slip there would be on both sides.

use std::{collections::BTreeMap, fs};

use roxmltree::Document;
use serde_json::{Value, json};

use crate::{dist, epub::text, html::tags, public, read};

/// An XML file of the book, which must be well-formed.
fn xml<T>(name: &str, look: impl FnOnce(&Document) -> T) -> T {
    let text = text(name);
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    look(&Document::parse_with_options(&text, options).expect(name))
}

/// The attribute `name` of every element `of` of `document`.
fn attributes(document: &Document, of: &str, name: &str) -> Vec<String> {
    let elements = document.descendants().filter(|e| e.tag_name().name() == of);
    elements.filter_map(|e| e.attribute(name).map(str::to_owned)).collect()
}

#[test]
fn a_reader_of_books_finds_text_and_contents_from_the_container_on() {
    let package = xml("META-INF/container.xml", |container| attributes(container, "rootfile", "full-path"));
    let [package] = &*package else { panic!("the container names {package:?}") };
    let (items, spine, modified) = xml(package, |package| {
        let items: BTreeMap<String, (String, String, String)> = package
            .descendants()
            .filter(|e| e.tag_name().name() == "item")
            .map(|e| {
                let of = |name: &str| e.attribute(name).unwrap_or_default().to_owned();
                (of("id"), (of("href"), of("media-type"), of("properties")))
            })
            .collect();
        let modified = package.descendants().find(|e| e.attribute("property") == Some("dcterms:modified")).and_then(|e| e.text());
        (items, attributes(package, "itemref", "idref"), modified.unwrap_or_default().to_owned())
    });
    assert_eq!(spine, ["text"]);
    assert_eq!(items.get("text").map(|(href, kind, _)| (&**href, &**kind)), Some(("text.xhtml", "application/xhtml+xml")));
    // Every item is in the archive, and of the type that its ending says.
    for (href, kind, _) in items.values() {
        let expected = match href.rsplit_once('.').map(|(_, ending)| ending) {
            Some("xhtml") => "application/xhtml+xml",
            Some("css") => "text/css",
            Some("png") => "image/png",
            other => panic!("{href} has the ending {other:?}"),
        };
        assert_eq!(kind, expected, "{href}");
        if expected != "image/png" {
            assert!(!text(href).is_empty(), "{href}");
        }
    }
    let navigation: Vec<_> = items.values().filter(|(_, _, properties)| properties == "nav").map(|(href, ..)| href).collect();
    let [navigation] = &*navigation else { panic!("the contents are {navigation:?}") };
    let kinds = xml(navigation, |contents| {
        let navs = contents.descendants().filter(|e| e.tag_name().name() == "nav");
        navs.filter_map(|e| e.attribute(("http://www.idpf.org/2007/ops", "type")).map(str::to_owned)).collect::<Vec<_>>()
    });
    assert_eq!(kinds, ["toc"]);
    // A whole day and time, which the standard wants: CCYY-MM-DDThh:mm:ssZ.
    let shape: String = modified.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00Z", "{modified}");
}

#[test]
fn tables_of_the_book_keep_their_spans() {
    let spans = |html: &str| html.matches("colspan=\"").count();
    assert!(spans(&text("text.xhtml")) >= spans(&read("csto-explainer.html")), "cells that span columns lost that in the book");
    assert!(spans(&text("text.xhtml")) > 0, "no table has such a cell; try this on another attribute");
}

#[test]
fn hosts_are_told_these_headers_for_every_file() {
    let headers = read("_headers");
    let (all, _) = headers.split_once("\n/\n").expect("rules for every file, then for the page");
    let lines: Vec<&str> = all.lines().map(str::trim).collect();
    let expected = [
        "/*",
        "Access-Control-Allow-Origin: *",
        "Cross-Origin-Resource-Policy: cross-origin",
        "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_policy_of_the_page_is_this() {
    let page = read("index.html");
    let meta = tags(&page).into_iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy")).expect("a policy");
    let policy = meta.get("content").expect("its directives").to_owned();
    // Which hashes stand there depends on the scripts; `policy` tries them.
    let without_hashes: Vec<String> = policy
        .split("; ")
        .map(|directive| directive.split(' ').filter(|word| !word.starts_with("'sha256-")).collect::<Vec<_>>().join(" "))
        .collect();
    let expected = [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
    ];
    assert_eq!(without_hashes, expected);
}

#[test]
fn an_installed_page_starts_at_the_page_and_has_its_icons() {
    let manifest: Value = serde_json::from_str(&read("manifest.webmanifest")).expect("JSON");
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("./"), &json!("./")));
    let icons = manifest["icons"].as_array().expect("icons");
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"), "{icons:?}");
    for icon in icons {
        let path = icon["src"].as_str().expect("an address");
        let png = fs::read(dist().join(path)).expect(path);
        let side = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
        assert_eq!(icon["sizes"], json!(format!("{side}x{side}")), "{path}");
    }
}

#[test]
fn an_oembed_answer_tells_of_a_picture_in_its_size() {
    let read = |path: &str| fs::read(public().join(path)).expect(path);
    let answer: Value = serde_json::from_slice(&read("oembed/troop-shares.json")).expect("JSON");
    assert_eq!(answer["provider_url"], json!("https://example.org/csto/"));
    let picture = answer["thumbnail_url"].as_str().and_then(|url| url.strip_prefix("https://example.org/csto/")).expect("a picture");
    let png = read(picture);
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((answer["thumbnail_width"].clone(), answer["thumbnail_height"].clone()), (json!(side(16)), json!(side(20))));
    assert!(side(16) > side(20), "the picture stands upright");
}

#[test]
fn linked_data_names_the_essay_that_the_page_explains() {
    let page = read("index.html");
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("linked data");
    let data: Value = serde_json::from_str(rest.split("</script>").next().unwrap_or_default()).expect("JSON");
    let article = &data["@graph"][0];
    assert_eq!(article["@type"], "Article");
    assert_eq!(article["isBasedOn"]["author"]["name"], "Polina Beliakova");
    assert_eq!(article["isBasedOn"]["publisher"]["name"], "War on the Rocks");
    assert_eq!(article["isBasedOn"]["url"], "https://warontherocks.com/2022/02/how-a-russian-led-alliance-keeps-a-lid-on-central-asia/");
}
