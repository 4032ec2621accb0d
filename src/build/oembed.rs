//! `oembed/ID.json`: what a page that knows oEmbed shows of a figure. It needs the site's public address.

use serde_json::json;

use super::{embed, head, share_picture};
use crate::{
    content::{Content, markdown::escape},
    figures::figure::Figure,
};

/// The width for which a frame's height is given; a static file cannot follow `maxwidth`.
const WIDTH: u32 = 720;

/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// Where the file of `figure` stands below the site's root.
pub fn path(figure: &str) -> String {
    format!("oembed/{figure}.json")
}

/// The file for a site at `public_url`.
///
/// # Errors
/// What the writer of JSON reports.
pub(crate) fn json(content: &Content, figure: &Figure, public_url: &str) -> Result<String, String> {
    let title = content.figure_word(figure.id, "title");
    let [_, height] = figure.built.heights;
    let (_, picture_width, picture_height) = head::PICTURE;
    let thumbnail = [public_url, &share_picture::path(figure.id)].concat();
    let value = json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "author_name": content.label("authors"),
        "author_url": public_url,
        "provider_name": content.label("headline"),
        "provider_url": public_url,
        "cache_age": CACHE_AGE,
        "html": frame(title, &[public_url, &embed::path(figure.id)].concat(), height),
        "width": WIDTH,
        "height": height,
        "thumbnail_url": thumbnail,
        "thumbnail_width": picture_width,
        "thumbnail_height": picture_height,
    });
    let text = serde_json::to_string_pretty(&value);
    text.map(|text| text + "\n").map_err(|e| format!("{}: cannot be written ({e}); report this", path(figure.id)))
}

/// A plain frame that shows `address`.
pub(crate) fn frame(title: &str, address: &str, height: u32) -> String {
    let (title, address) = (escape(title), escape(address));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" allow=\"clipboard-write; web-share\"></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_its_attribute() {
        let html = frame("A \"title\" & more", "https://example.org/?a&b", 900);
        assert!(html.contains("title=\"A &quot;title&quot; &amp; more\" width") && html.contains("?a&amp;b\""), "{html}");
    }
}
