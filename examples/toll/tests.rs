//! That the example still works: it is built with its own words on the content of the site.

use std::path::Path;

use leptos::prelude::*;

use super::{FIGURE, ID};
use crate::{
    build::site,
    content::{Content, markdown::Notes},
    text::words::rounded,
};

/// The facts of the bars.
const LAST: &str = "kz-2022-dead-238";
const FIRST: &str = "kz-2022-dead-225";
const ALMATY: &str = "kz-2022-dead-238-almaty";

fn count(content: &Content, fact: &str) -> u64 {
    u64::from(rounded(content.number(fact).expect(fact)))
}

fn content() -> Content {
    let mut content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
    let words = serde_json::from_str(include_str!("words.json")).expect("the words are JSON");
    content.figures.insert(ID.to_owned(), words);
    content
}

#[test]
fn the_example_is_built_and_lacks_no_words() {
    let content = content();
    let html = (FIGURE.built.view)(&content, &mut Notes::default()).expect("built").to_html();
    let sentence = format!("At first {} dead were counted, a year later {}.", count(&content, FIRST), count(&content, LAST));
    for part in ["data-figure=\"toll\"", &sentence, "data/toll.csv", "<svg", "value=\"place\""] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(content.missing.take(), []);
}

#[test]
fn the_example_has_a_row_for_each_bar() {
    let content = content();
    let data = (FIGURE.built.data)(&content).expect("the rows");
    let counts = [LAST, FIRST, ALMATY].map(|fact| Some(count(&content, fact)));
    assert_eq!(data.rows.iter().map(|row| row[1].as_u64()).collect::<Vec<_>>(), counts);
}
