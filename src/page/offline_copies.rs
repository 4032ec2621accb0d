//! The files that hold the whole page, and the line of the page that offers them with their sizes.
//!
//! The sizes are known only when the files are written, and the files hold the page: so their own copy goes without the line.

use leptos::prelude::*;

use super::{appendix, imprint, whole_ledger};
use crate::{
    content::{Content, number},
    figures::{registry, treaty},
    ui::paths,
};

/// The page in one file, below the site's root.
pub(crate) const SINGLE: &str = "csto-explainer.html";

/// The page as a book.
pub(crate) const EPUB: &str = "csto-explainer.epub";

/// How the line begins and ends.
const OPEN: &str = "<div id=\"take-away\">";
const CLOSE: &str = "</div>";

/// The line, with places for the sizes.
///
/// # Errors
/// The faults of the label's Markdown.
pub(crate) fn view(content: &Content) -> Result<AnyView, String> {
    let text = content.label_with("take_away", &[("single", &place(SINGLE)), ("epub", &place(EPUB))]);
    let html = imprint::prose(content, &text)?;
    Ok(view! { <div id="take-away" inner_html=html></div> }.into_any())
}

/// The article's `body`, as [`super::article::alone`] writes it, for a file that stands alone: without the line. What leads to the site's other pages leads to their place in the file.
pub(crate) fn alone(body: &str) -> String {
    let pages = [
        (paths::SOURCES.to_owned(), "all-sources"),
        (paths::LEDGER.to_owned(), whole_ledger::ID),
        (paths::TREATY.to_owned(), treaty::ID),
        (paths::FIGURES.to_owned(), appendix::ID),
    ];
    let figures = registry::ALL.iter().map(|figure| (paths::figure(figure.id), figure.id));
    figures.chain(pages).fold(without(body), |whole, (path, id)| {
        let to = |part: &str| format!("href=\"{path}{part}");
        whole.replace(&to("\""), &format!("href=\"#{id}\"")).replace(&to("#"), "href=\"#")
    })
}

/// `body` without the line.
fn without(body: &str) -> String {
    match body.split_once(OPEN).and_then(|(before, rest)| Some((before, rest.split_once(CLOSE)?.1))) {
        Some((before, after)) => [before, after].concat(),
        None => body.to_owned(),
    }
}

/// `page` with the `bytes` of the file at `path` in their place.
pub(crate) fn with_size(page: &str, path: &str, bytes: usize) -> String {
    page.replacen(&place(path), &megabytes(bytes), 1)
}

fn place(path: &str) -> String {
    format!("@size of {path}@")
}

/// With one decimal, never less than there is.
fn megabytes(bytes: usize) -> String {
    // No file of a page comes near to what a float cannot count.
    #[allow(clippy::cast_precision_loss, reason = "sizes are rounded to one decimal")]
    let megabytes = bytes as f64 / 1e6;
    number::grouped((megabytes * 10.0).ceil() / 10.0, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_stand_in_the_page_and_the_line_only_there() {
        let text = format!("<p>a</p>{OPEN}<p>one file ({} MB)</p>{CLOSE}<p>b</p>", place(SINGLE));
        assert_eq!(without(&text), "<p>a</p><p>b</p>");
        assert!(with_size(&text, SINGLE, 1_410_000).contains("one file (1.5 MB)"));
    }
}
