//! `share.js`: what the button under each figure opens. One script for all pages, so that no page carries its words.

use serde_json::json;

use super::minify;
use crate::{content::Content, page::imprint};

const SOURCE: &str = include_str!("share.js");

/// Where it stands below the site's root.
pub(crate) const PATH: &str = "share.js";

/// The script with its words, the page's edition in them, and its `style`. What can be pasted into systems that know oEmbed is
/// offered where the site `has_oembed`.
pub(crate) fn text(content: &Content, style: &str, has_oembed: bool) -> String {
    let config = content.config.as_ref();
    let (edition, read_to) = config.map(|c| (content.date_long(&c.edition_date), content.date_long(&c.data_date))).unwrap_or_default();
    let year = config.and_then(|c| c.edition_date.get(..4)).unwrap_or_default();
    let known = [
        ("authors", content.label("authors")),
        ("title", content.label("headline")),
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
        "send": content.label("share_send"),
        "embed": content.label("share_embed"),
        "copy": content.label("share_copy"),
        "copied": content.label("share_copied"),
        "by_hand": content.label("share_by_hand"),
        "address": content.label("share_address"),
        "paste": if has_oembed { content.label("share_paste") } else { "" },
        "citation": content.label("share_citation"),
        "bibtex": content.label("share_bibtex"),
        "cite": content.label_with("cite_figure", &known),
        "bibtex_entry": content.label_with("bibtex_figure", &known),
    });
    let script = minify::script(SOURCE).replacen("WORDS", &words.to_string(), 1).replacen("STYLE", &json!(style).to_string(), 1);
    minify::in_ascii(&script) + "\n"
}
