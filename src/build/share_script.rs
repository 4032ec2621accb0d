//! `share.js`: what the button under each figure opens. One script for all pages, so that no page carries its words.

use serde_json::json;

use super::loader::without_comments;
use crate::{content::book::Book, page::imprint};

const SOURCE: &str = include_str!("share.js");

/// Where it stands below the site's root.
pub const PATH: &str = "share.js";

/// The script with its words, the page's edition in them, and its `style`.
pub fn text(book: &Book, style: &str) -> String {
    let config = book.config.as_ref();
    let (edition, read_to) = config.map(|c| (book.date_long(&c.edition_date), book.date_long(&c.data_date))).unwrap_or_default();
    let year = config.and_then(|c| c.edition_date.get(..4)).unwrap_or_default();
    let known = [
        ("authors", book.label("authors")),
        ("title", book.label("headline")),
        ("version", imprint::VERSION),
        ("edition", &*edition),
        ("read_to", &*read_to),
        ("year", year),
        // These the script knows.
        ("figure", "{figure}"),
        ("address", "{address}"),
        ("id", "{id}"),
    ];
    let words = json!({
        "send": book.label("share_send"),
        "embed": book.label("share_embed"),
        "copy": book.label("share_copy"),
        "copied": book.label("share_copied"),
        "by_hand": book.label("share_by_hand"),
        "address": book.label("share_address"),
        "citation": book.label("share_citation"),
        "bibtex": book.label("share_bibtex"),
        "cite": book.label_with("cite_figure", &known),
        "bibtex_entry": book.label_with("bibtex_figure", &known),
    });
    without_comments(SOURCE).replacen("WORDS", &words.to_string(), 1).replacen("STYLE", &json!(style).to_string(), 1) + "\n"
}
