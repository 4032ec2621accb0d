//! That the example still works: it is built with its own words on the content of the site.

use std::path::Path;

use leptos::prelude::*;

use super::{FIGURE, ID};
use crate::{
    build::site,
    content::{Content, markdown::Notes},
};

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
    for part in ["data-figure=\"toll\"", "At first 225 dead were counted, a year later 238.", "data/toll.csv", "<svg", "value=\"place\""] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(content.missing.take(), Vec::<String>::new());
}

#[test]
fn the_example_has_a_row_for_each_bar() {
    let data = (FIGURE.built.data)(&content()).expect("the rows");
    assert_eq!(data.rows.iter().map(|row| row[1].as_u64()).collect::<Vec<_>>(), [Some(238), Some(225), Some(151)]);
}
