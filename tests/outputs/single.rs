//! The page as one file: it hands over the data by its links, and needs nothing beside it.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::{files, html::tags, public, read};

const FILE: &str = "csto-explainer.html";

/// The text of an address that holds it.
fn decoded(address: &str) -> String {
    // A browser takes the rest for a place in the file.
    let address = address.split('#').next().unwrap_or_default();
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let digits = (byte == b'%').then(|| [rest.next(), rest.next()].map(|digit| char::from(digit.expect("a digit"))));
        bytes.push(digits.map_or(byte, |digits| u8::from_str_radix(&String::from_iter(digits), 16).expect("two digits")));
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_reader_saves_every_data_file_from_the_single_file() {
    let mut saved = BTreeSet::new();
    for link in tags(&read(FILE)).iter().filter(|tag| tag.name == "a") {
        let Some((kind, content)) = link.get("href").and_then(|href| href.strip_prefix("data:")?.split_once(',')) else { continue };
        let name = link.get("download").expect("a name to save it by");
        let (found, expected) = (decoded(content), read(&format!("data/{name}")));
        if name.ends_with(".csv") {
            assert_eq!((kind, &*found), ("text/csv;charset=utf-8", &*expected), "{name}");
        } else {
            let parsed = |text: &str| serde_json::from_str::<Value>(text).expect(name);
            assert_eq!((kind, parsed(&found)), ("application/json;charset=utf-8", parsed(&expected)), "{name}");
        }
        saved.insert(format!("data/{name}"));
    }
    let is_data = |path: &String| path.starts_with("data/") && !path.ends_with(".schema.json");
    let data: BTreeSet<String> =
        files().into_iter().filter(is_data).filter(|path| [".csv", ".json"].iter().any(|end| path.ends_with(end))).collect();
    assert_eq!(saved, data);
}

#[test]
fn no_link_of_the_single_file_leads_to_a_file_beside_it() {
    for link in tags(&read(FILE)).iter().filter(|tag| tag.name == "a") {
        let Some(href) = link.get("href") else { continue };
        let stays = ["#", "?", "data:", "https://", "http://", "mailto:"].iter().any(|start| href.starts_with(start));
        assert!(stays, "{href} leads to a file that a reader of this one file does not have");
    }
}

/// A copy that readers hand on is no page of the site: an address in its head would have others list the copy as the page.
#[test]
fn the_single_file_names_no_address_of_its_own_also_where_the_sites_is_known() {
    let html = fs::read_to_string(public().join(FILE)).expect(FILE);
    for tag in tags(&html).iter().filter(|tag| ["link", "meta"].contains(&&*tag.name)) {
        let values = tag.attributes.iter().map(|(_, value)| value);
        assert!(values.clone().all(|value| !value.contains("https://example.org/")), "{tag:?}");
    }
}
