//! `sitemap.xml`: the pages that search engines should know. It knows only absolute addresses, so it needs the site's own.

use std::fmt::Write;

use super::output::OutputFile;
use crate::{
    content::{Content, markdown::escape},
    ui::paths,
};

/// Below the site's root.
const PATH: &str = "sitemap.xml";

/// The sitemap of the site at `public_url` with the pages among `outputs`: all but the figures as shown inside other pages, which
/// have pages of their own, and the page for publishers.
pub(crate) fn output(content: &Content, public_url: &str, outputs: &[OutputFile]) -> OutputFile {
    let day = content.config.as_ref().map(|config| config.edition_date.as_str()).unwrap_or_default();
    let mut text =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for path in outputs.iter().filter_map(|output| output.path.strip_suffix("index.html")).filter(|path| !path.starts_with(paths::EMBEDS)) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  <url><loc>{}</loc><lastmod>{day}</lastmod></url>", escape(&[public_url, path].concat()));
    }
    OutputFile::new(PATH, text + "</urlset>\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Config;

    #[test]
    fn pages_are_named_with_their_day_and_embeds_are_not() {
        let config = Config { data_date: "2026-06-15".into(), edition_date: "2026-11-29".into(), corrections: None };
        let content = Content { config: Some(config), ..Content::default() };
        let outputs = ["index.html", "data/map.csv", "ledger/index.html", "embed/map/index.html", "embed/index.html", "one.html"]
            .map(|path| OutputFile::new(path, String::new()));
        let text = output(&content, "https://example.org/csto/", &outputs).text;
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
                        <url><loc>https://example.org/csto/</loc><lastmod>2026-11-29</lastmod></url>\n  \
                        <url><loc>https://example.org/csto/ledger/</loc><lastmod>2026-11-29</lastmod></url>\n\
                        </urlset>\n";
        assert_eq!(text, expected);
    }
}
