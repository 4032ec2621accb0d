//! The head of a document: what search engines, share sheets and browsers' bars show of it.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{
    fonts::{Delivery, Fonts},
    manifest,
};
use crate::{
    chart::token::rgb_from_hex,
    content::{Content, error::Diagnostic, markdown::escape},
    page::imprint,
};

/// The picture that links to the page show, below the site's root, and the size of such pictures in pixels.
pub const PICTURE: (&str, u32, u32) = ("share.png", 1200, 630);

/// The address of the licence of the data.
pub(crate) const DATA_LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// What a head says.
#[derive(Debug, Clone)]
pub struct Head<'a> {
    /// The language of the document, such as `en`.
    pub language: &'a str,
    /// The document's own title.
    pub title: &'a str,
    /// One or two sentences.
    pub description: &'a str,
    /// The picture that shared links show, below the site's root; it has the size that [`PICTURE`] has.
    pub picture: &'a str,
    /// Words that stand for the picture.
    pub picture_words: &'a str,
    /// From the document's folder to the site's root: `./` or `../../`.
    pub to_root: &'a str,
    /// The document's address below the root: `` or `embed/troop-shares/`.
    pub path: &'a str,
    /// The site's absolute address with a `/` at its end; absent when unknown, and then nothing absolute is written.
    pub public_url: Option<&'a str>,
    /// The oEmbed file below the root, for a document that has one; it is there only where the public address is known.
    pub oembed: Option<&'a str>,
    /// Where a document leads that is not to be read itself, as an address relative to it. A script does so, too, which knows more.
    pub forwards_to: Option<&'a str>,
    /// The colours of the browser's bars, light and dark.
    pub bars: &'a [String; 2],
    /// The styles, inlined.
    pub style: &'a str,
    /// The typefaces, and how the document comes by them.
    pub fonts: (&'a Fonts, Delivery),
    /// The icon as SVG, for a document that finds no file; absent where it names the site's icons.
    pub icon_inside: Option<&'a str>,
    /// Linked data, as JSON.
    pub data: Option<Value>,
}

impl Head<'_> {
    /// The text of the document's style.
    pub(crate) fn style(&self) -> String {
        let (fonts, delivery) = self.fonts;
        fonts.style(delivery, self.to_root) + self.style
    }

    /// The elements before the style, one a line.
    pub(crate) fn html(&self) -> String {
        let (title, description) = (escape(self.title), escape(self.description));
        let mut out = format!(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"{}\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{}\">\n\
             <title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             {}\
             <meta property=\"og:type\" content=\"article\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n",
            self.bars[0],
            self.bars[1],
            self.icons(),
        );
        // Writing to a String cannot fail.
        let _ = match self.public_url {
            None => writeln!(out, "<meta name=\"twitter:card\" content=\"summary\">"),
            Some(url) => {
                let (_, width, height) = PICTURE;
                let (address, picture) = (escape(&[url, self.path].concat()), escape(&[url, self.picture].concat()));
                writeln!(
                    out,
                    "<link rel=\"canonical\" href=\"{address}\">\n\
                     <meta property=\"og:url\" content=\"{address}\">\n\
                     <meta property=\"og:image\" content=\"{picture}\">\n\
                     <meta property=\"og:image:width\" content=\"{width}\">\n\
                     <meta property=\"og:image:height\" content=\"{height}\">\n\
                     <meta property=\"og:image:alt\" content=\"{}\">\n\
                     <meta name=\"twitter:card\" content=\"summary_large_image\">",
                    escape(self.picture_words)
                )
            }
        };
        if let (Some(url), Some(file)) = (self.public_url, self.oembed) {
            let address = escape(&[url, file].concat());
            let _ = writeln!(out, "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">");
        }
        if let Some(address) = self.forwards_to {
            let _ = writeln!(out, "<noscript><meta http-equiv=\"refresh\" content=\"0; url={}\"></noscript>", escape(address));
        }
        if self.path.is_empty() {
            let _ = writeln!(out, "<link rel=\"manifest\" href=\"{}{}\">", self.to_root, manifest::PATH);
        }
        if let Some(data) = &self.data {
            // `<` would let a text end the element.
            let json = data.to_string().replace('<', "\\u003c");
            let _ = writeln!(out, "<script type=\"application/ld+json\">{json}</script>");
        }
        out
    }

    /// The links to the icon, and to the one for browsers that draw no SVG there.
    fn icons(&self) -> String {
        let as_svg = |address: &str| format!("<link rel=\"icon\" type=\"image/svg+xml\" sizes=\"any\" href=\"{address}\">\n");
        match self.icon_inside {
            Some(icon) => as_svg(&["data:image/svg+xml,", &encoded(icon)].concat()),
            None => {
                let as_png = format!("<link rel=\"icon\" type=\"image/png\" sizes=\"192x192\" href=\"{}icon-192.png\">\n", self.to_root);
                as_svg(&[self.to_root, "icon.svg"].concat()) + &as_png
            }
        }
    }
}

/// `text` as part of an address in an attribute: what would end the one or the other, lines, and signs that no address may
/// have, in hexadecimal digits.
pub(crate) fn encoded(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if c.is_ascii_control() || " %\"#<>&{}[]|\\^`".contains(c) {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{:02X}", c as u32);
        } else {
            out.push(c);
        }
        out
    })
}

/// The article and its data set as linked data; addresses are absolute when `public_url` is known.
pub(crate) fn linked_data(content: &Content, public_url: Option<&str>) -> Value {
    let address = |path: &str| [public_url.unwrap_or_default(), path].concat();
    let (edition, read_to) = content.config.as_ref().map(|c| (c.edition_date.as_str(), c.data_date.as_str())).unwrap_or_default();
    let authors = json!({ "@type": "Organization", "name": content.label("authors") });
    let title = content.label("headline");
    let essay = imprint::essay(content).map(|essay| {
        json!({
            "@type": "Article",
            "headline": essay.title,
            "author": { "@type": "Person", "name": essay.author },
            "publisher": { "@type": "Organization", "name": essay.publisher },
            "datePublished": essay.date,
            "url": essay.url,
        })
    });
    let mut article = json!({
        "@type": "Article",
        "headline": title,
        "description": content.label("description"),
        "inLanguage": content.label("language"),
        "author": authors,
        "dateModified": edition,
        "isBasedOn": essay,
    });
    if let Some(url) = public_url {
        article["mainEntityOfPage"] = json!(url);
        article["image"] = json!(address(PICTURE.0));
    }
    let download = |path: &str, format: &str| json!({ "@type": "DataDownload", "contentUrl": address(path), "encodingFormat": format });
    let dataset = json!({
        "@type": "Dataset",
        "name": content.label_with("dataset_name", &[("title", title)]),
        "description": content.label("dataset_description"),
        "creator": authors,
        "license": DATA_LICENCE,
        "version": imprint::VERSION,
        "dateModified": edition,
        "temporalCoverage": format!("1992/{read_to}"),
        "distribution": [
            download("data/facts.json", "application/json"),
            download("data/troop-shares.csv", "text/csv"),
            download("data/troop-shares.json", "application/json"),
        ],
    });
    json!({ "@context": "https://schema.org", "@graph": [article, dataset] })
}

/// The paper of light and of dark, from the text of `style/tokens.css`, where colours stand once.
///
/// # Errors
/// Says which token is missing.
pub fn bars(tokens: &str) -> Result<[String; 2], Diagnostic> {
    // The first of each theme; what follows is for more contrast.
    let paper = |theme: &str| {
        let value = theme.split_once("--paper:")?.1.split([';', '}']).next()?.trim();
        rgb_from_hex(value).map(|_| value.to_owned())
    };
    let (light, dark) = tokens.split_once("(prefers-color-scheme").unwrap_or((tokens, ""));
    match (paper(light), paper(dark)) {
        (Some(light), Some(dark)) => Ok([light, dark]),
        _ => Err(Diagnostic::new("style/tokens.css", "", ("has no `--paper: #rrggbb` for light and for dark", "add both"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(public_url: Option<&'static str>, bars: &[String; 2]) -> String {
        with_icon(public_url, bars, None)
    }

    fn with_icon(public_url: Option<&'static str>, bars: &[String; 2], icon_inside: Option<&str>) -> String {
        let head = Head {
            language: "en",
            title: "A & B",
            description: "D",
            picture: PICTURE.0,
            picture_words: "P",
            to_root: "./",
            path: "embed/x/",
            public_url,
            oembed: Some("oembed/x.json"),
            forwards_to: None,
            bars,
            style: "",
            fonts: (&Fonts::default(), Delivery::WithText),
            icon_inside,
            data: Some(json!({ "name": "</script>" })),
        };
        head.html()
    }

    #[test]
    fn absolute_addresses_stand_only_where_the_public_one_is_known() {
        let bars = ["#FFFFFF".to_owned(), "#000000".to_owned()];
        let without = head(None, &bars);
        assert!(
            !without.contains("canonical") && !without.contains("og:image") && !without.contains("oembed") && !without.contains("og:url"),
            "{without}"
        );
        let with = head(Some("https://example.org/csto/"), &bars);
        assert!(with.contains("<link rel=\"canonical\" href=\"https://example.org/csto/embed/x/\">"), "{with}");
        assert!(with.contains("content=\"https://example.org/csto/share.png\""), "{with}");
        assert!(with.contains("+oembed\" href=\"https://example.org/csto/oembed/x.json\" title=\"A &amp; B\""), "{with}");
    }

    #[test]
    fn texts_cannot_end_their_element() {
        let head = head(None, &["#FFFFFF".to_owned(), "#000000".to_owned()]);
        assert!(head.contains("<title>A &amp; B</title>") && head.contains("\\u003c/script>"), "{head}");
    }

    #[test]
    fn an_icon_inside_needs_no_file() {
        let bars = ["#FFFFFF".to_owned(), "#000000".to_owned()];
        let html = head(None, &bars);
        assert!(html.contains("href=\"./icon.svg\"") && html.contains("href=\"./icon-192.png\""), "{html}");
        let inside = with_icon(None, &bars, Some("<svg/>"));
        assert!(
            inside.contains("href=\"data:image/svg+xml,%3Csvg/%3E\">") && !inside.contains("icon.svg") && !inside.contains(".png"),
            "{inside}"
        );
    }

    #[test]
    fn the_bars_have_the_papers_colours() {
        let both = Ok(["#FAF8F3".to_owned(), "#14171A".to_owned()]);
        let dark = "@media (prefers-color-scheme: dark){:root{--paper:#14171A}";
        assert_eq!(bars(&format!(":root{{--paper: #FAF8F3; --ink: #000000}}{dark}}}")), both);
        let more = "@media (prefers-contrast: more){:root{--paper:#000}}";
        assert_eq!(bars(&format!(":root{{--paper:#FAF8F3}}{more}{dark}{more}}}")), both);
        // As the style sheet is written when it is made small.
        let small = ":root{--paper:#fff}@media (prefers-color-scheme:dark){:root{--paper:#111}}";
        assert_eq!(bars(small), Ok(["#fff".to_owned(), "#111".to_owned()]));
        assert!(bars(":root{--paper:#fff}").is_err() && bars(dark).is_err());
    }
}
