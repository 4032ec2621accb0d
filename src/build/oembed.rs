//! `oembed/ID.json` and `oembed/ID/NAME.json`: what a page that knows oEmbed shows of a figure, and of its named states; with `.light` or
//! `.dark` before the ending in that theme. They need the site's public address.

use serde_json::json;

use super::{embed, head, output::OutputFile, share_picture};
use crate::{
    content::{Content, error::Diagnostic, markdown::escape},
    figures::{figure::Figure, states::NamedState},
};

/// The width for which a frame's height is given, which is about that of an article's column; a static file cannot follow `maxwidth`.
const WIDTH: u32 = 600;

/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The themes that have files of their own, because a server can choose a file by the theme in a pasted address, and not write one.
pub const THEMES: [&str; 2] = ["light", "dark"];

/// Where the file of `figure` stands below the site's root: for the figure as it is at first, or in the state of that `name`.
pub fn path(figure: &str, name: Option<&str>) -> String {
    path_in(figure, name, None)
}

/// The same in a theme; `None` leaves it to the reader's system.
pub fn path_in(figure: &str, name: Option<&str>, theme: Option<&str>) -> String {
    let state = name.map(|name| ["/", name].concat()).unwrap_or_default();
    format!("oembed/{figure}{state}{}.json", theme.map(ending).unwrap_or_default())
}

/// What stands before `.json` in the name of a file with a theme.
pub(crate) fn ending(theme: &str) -> String {
    [".", theme].concat()
}

/// The files of `figure` for a site at `public_url`, as it is at first or in `state`: in each theme, and in the reader's.
///
/// # Errors
/// What the writer of JSON reports.
pub(crate) fn files(
    content: &Content,
    figure: &Figure,
    state: Option<&NamedState>,
    public_url: &str,
) -> Result<Vec<OutputFile>, Diagnostic> {
    let name = state.map(|state| state.name.as_str());
    let themes = std::iter::once(None).chain(THEMES.map(Some));
    let file = |theme| {
        let path = path_in(figure.id, name, theme);
        let text = json(content, figure, state, (public_url, theme)).map_err(|fault| fault.within(&*path))?;
        Ok(OutputFile::new(path, text))
    };
    themes.map(file).collect()
}

fn json(
    content: &Content,
    figure: &Figure,
    state: Option<&NamedState>,
    (public_url, theme): (&str, Option<&str>),
) -> Result<String, Diagnostic> {
    let title = content.figure_word(figure.id, "title");
    let height = figure.height_in_articles(state.map(|state| state.name.as_str()));
    let theme = theme.map(|theme| ["theme=", theme].concat());
    let query: Vec<&str> = state.map(|state| state.query.as_str()).into_iter().chain(theme.as_deref()).collect();
    let address = if query.is_empty() { embed::path(figure.id) } else { embed::address_of_state(figure.id, &query.join("&")) };
    let address = [public_url, &address].concat();
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
        "html": html(title, state.map(|state| state.sentence.as_str()), &address, height),
        "width": WIDTH,
        "height": height,
        "thumbnail_url": thumbnail,
        "thumbnail_width": picture_width,
        "thumbnail_height": picture_height,
    });
    let text = serde_json::to_string_pretty(&value);
    text.map(|text| text + "\n").map_err(|e| Diagnostic::of_program(format!("cannot be written ({e})")))
}

/// A quotation that leads to `address` and says what the state shows, and the frame that shows it: what WordPress itself writes. Where
/// frames are stripped, as from feeds and from what authors without that right post, the quotation is left; where they are not,
/// WordPress's script hides it. A theme may have no rule for frames, so the frame says itself that it has no border and is as wide as
/// the column.
fn html(title: &str, sentence: Option<&str>, address: &str, height: u32) -> String {
    let (title, address) = (escape(title), escape(address));
    // Of what stands in a quotation, WordPress leaves links and bare text.
    let sentence = sentence.map(|sentence| [". ", &escape(sentence)].concat()).unwrap_or_default();
    format!(
        "<blockquote class=\"wp-embedded-content\"><a href=\"{address}\">{title}</a>{sentence}</blockquote>\
         <iframe class=\"wp-embedded-content\" src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
         frameborder=\"0\" allow=\"clipboard-write; web-share\"></iframe>"
    )
}

/// A frame that shows `address`, with a link that stays where frames are stripped.
pub(crate) fn frame(title: &str, address: &str, height: u32) -> String {
    let (title, address) = (escape(title), escape(address));
    format!(
        "<figure>\n<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" allow=\"clipboard-write; web-share\"></iframe>\n\
         <figcaption><a href=\"{address}\">{title}</a></figcaption>\n</figure>"
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

    #[test]
    fn a_link_is_left_where_the_frame_is_stripped() {
        for html in [frame("T", "https://example.org/", 900), html("T", None, "https://example.org/", 900)] {
            let stripped = html.split_once("<iframe").and_then(|(before, rest)| Some([before, rest.split_once("</iframe>")?.1].concat()));
            assert!(stripped.is_some_and(|left| left.contains("<a href=\"https://example.org/\">T</a>")), "{html}");
        }
    }

    #[test]
    fn what_a_state_shows_is_left_beside_the_link() {
        let html = html("T", Some("Five & six."), "https://example.org/", 900);
        assert!(html.contains("<a href=\"https://example.org/\">T</a>. Five &amp; six.</blockquote>"), "{html}");
    }
}
