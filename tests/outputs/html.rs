//! Built HTML as a browser reads it: by html5ever, which implements the standard's algorithm, so independent of the code that writes it.

use scraper::{Html, Node};

/// An element: what stands in its opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// In lower case where it is HTML.
    pub(crate) name: String,
    /// Name and value.
    pub(crate) attributes: Vec<(String, String)>,
    /// What stands between it and its closing tag, for scripts and styles only.
    pub(crate) text: String,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// `html` as parsed: a document where it begins as one, else a part of a body.
pub(crate) fn parsed(html: &str) -> Html {
    if html.trim_start_matches('\u{feff}').starts_with("<!DOCTYPE") { Html::parse_document(html) } else { Html::parse_fragment(html) }
}

/// All elements of `html` in order.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    elements(&parsed(html))
}

/// All elements in order, without the root that the parser puts around a part of a body.
pub(crate) fn elements(html: &Html) -> Vec<Tag> {
    let is_part = html.tree.root().value().is_fragment();
    html.tree
        .root()
        .descendants()
        .filter_map(|node| Some((node, node.value().as_element()?)))
        .skip(usize::from(is_part))
        .map(|(node, element)| {
            let name = element.name().to_owned();
            let attributes = element.attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            let is_raw = name == "script" || name == "style";
            let texts = node.children().filter_map(|child| if let Node::Text(text) = child.value() { Some(&**text) } else { None });
            Tag { text: if is_raw { texts.collect() } else { String::new() }, name, attributes }
        })
        .collect()
}

/// `text` with the entities that escaping writes turned back.
pub(crate) fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&")
}
