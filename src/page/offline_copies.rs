//! The files that hold the whole page, and the line of the page that offers them with their sizes.
//!
//! The files are made before the page, because the page says their sizes: so their own copy goes without the line.

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

/// How many bytes the files have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sizes {
    /// The page in one file.
    pub single: usize,
    /// The book.
    pub epub: usize,
}

/// The line; nothing in a document that was rendered without sizes.
///
/// # Errors
/// The faults of the label's Markdown.
pub(crate) fn view(content: &Content) -> Result<AnyView, String> {
    let line = |Sizes { single, epub }: Sizes| {
        let text = content.label_with("take_away", &[("single", &megabytes(single)), ("epub", &megabytes(epub))]);
        Ok::<_, String>(view! { <div id="take-away" inner_html=imprint::prose(content, &text)?></div> })
    };
    Ok(use_context().map(line).transpose()?.into_any())
}

/// The HTML of the article in a file that stands alone: what leads to the site's other pages leads to their place in the file.
pub(crate) fn led(html: &str) -> String {
    let pages = [
        (paths::SOURCES.to_owned(), "all-sources"),
        (paths::LEDGER.to_owned(), whole_ledger::ID),
        (paths::TREATY.to_owned(), treaty::ID),
        (paths::FIGURES.to_owned(), appendix::ID),
    ];
    let figures = registry::ALL.iter().map(|figure| (paths::figure(figure.id), figure.id));
    figures.chain(pages).fold(html.to_owned(), |whole, (path, id)| {
        let to = |part: &str| format!("href=\"{path}{part}");
        whole.replace(&to("\""), &format!("href=\"#{id}\"")).replace(&to("#"), "href=\"#")
    })
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
    fn a_size_is_never_less_than_there_is() {
        assert_eq!(megabytes(1_410_000), "1.5");
    }
}
