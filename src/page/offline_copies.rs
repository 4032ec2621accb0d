//! The files that hold the whole page, and the line of the page that offers them with their sizes.
//!
//! The files are made before the page, because the page says their sizes: so their own copy goes without the line.

use leptos::prelude::*;

use super::{appendix, bibliography, imprint, whole_ledger};
use crate::{
    content::{Content, error::Diagnostic, number},
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
pub(crate) fn view(content: &Content) -> Result<AnyView, Diagnostic> {
    let line = |Sizes { single, epub }: Sizes| {
        let text = content.label_with("take_away", &[("single", &megabytes(single)), ("epub", &megabytes(epub))]);
        Ok::<_, Diagnostic>(view! { <div id="take-away" inner_html=imprint::prose(content, &text)?></div> })
    };
    Ok(use_context().map(line).transpose()?.into_any())
}

/// The id of the place in a file that holds everything to which `address` leads, where the site has a page for it.
pub(crate) fn place(address: &str) -> Option<&str> {
    let (page, id) = address.split_once('#').unwrap_or((address, ""));
    let known = [
        (paths::SOURCES, bibliography::ID),
        (paths::LEDGER, whole_ledger::ID),
        (paths::TREATY, treaty::ID),
        (paths::FIGURES, appendix::ID),
    ];
    let known = known.into_iter().find(|(path, _)| *path == page).map(|(_, place)| place);
    let place = known.or_else(|| registry::ALL.iter().map(|figure| figure.id).find(|id| paths::figure(id) == page));
    place.map(|place| if id.is_empty() { place } else { id })
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
    fn each_page_of_the_site_has_its_place_in_a_file_that_holds_everything() {
        let places = ["ledger/", "ledger/#osh", "sources/#fact-x", "sources/", "figures/map/", "figures/", "treaty/#article-4"].map(place);
        let expected = ["ledger", "osh", "fact-x", "all-sources", "map", "figures", "article-4"];
        assert_eq!(places, expected.map(Some));
        assert_eq!(["#osh", "https://example.org/ledger/", "data/x.csv", "embed/map/"].map(place), [None; 4]);
    }

    #[test]
    fn a_size_is_never_less_than_there_is() {
        assert_eq!(megabytes(1_410_000), "1.5");
    }
}
