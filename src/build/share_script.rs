//! `share.js`: what the button under each figure opens. One script for all pages, so that no page carries its words.

use serde_json::{Value, json};

use super::minify;
use crate::{content::Content, figures::states::NamedState, page::imprint};

const SOURCE: &str = include_str!("share.js");

/// Where it stands below the site's root.
pub(crate) const PATH: &str = "share.js";

/// The script with its words, the page's edition in them, and its `style`. Addresses that can be pasted into systems that know oEmbed
/// are offered where the site answers such systems: then `named` has each figure's id and its named states.
pub(crate) fn text(content: &Content, style: &str, named: Option<&[(&str, Vec<NamedState>)]>) -> String {
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
        "paste": if named.is_some() { content.label("share_paste") } else { "" },
        "paste_state": if named.is_some() { content.label("share_paste_state") } else { "" },
        "citation": content.label("share_citation"),
        "bibtex": content.label("share_bibtex"),
        "cite": content.label_with("cite_figure", &known),
        "bibtex_entry": content.label_with("bibtex_figure", &known),
    });
    // The name of each state by the address of its embed, below their folder.
    let name = |figure: &str, state: &NamedState| ([figure, "/?", &state.query].concat(), json!(state.name));
    let named = named.unwrap_or_default().iter().flat_map(|(figure, states)| states.iter().map(move |state| name(figure, state)));
    let named = Value::Object(named.collect());
    let script = minify::script(SOURCE).replacen("NAMED", &named.to_string(), 1).replacen("WORDS", &words.to_string(), 1).replacen(
        "STYLE",
        &json!(style).to_string(),
        1,
    );
    minify::in_ascii(&script) + "\n"
}
