//! `treaty`: what does the treaty promise, in 1992 and since?
//!
//! Real HTML: each article in a sentence, with phrases of both wordings, what is drawn from it and what is debated;
//! then article 4 beside NATO's article 5. Alive, a switch shows one wording alone, and links to an article unfold it.

#[cfg(feature = "ssr")]
pub(crate) mod articles;
#[cfg(feature = "ssr")]
pub(crate) mod comparison;
pub(crate) mod live;
#[cfg(feature = "ssr")]
pub(crate) mod rows;
pub mod state;
#[cfg(feature = "ssr")]
pub(crate) mod view;

use crate::figures::figure::Figure;

/// Its id in addresses, chapters and data files.
pub(crate) const ID: &str = "treaty";

/// Its entry in the list of figures.
pub(crate) const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built { view: view::view, styles: &["stacking.css", "articles.css"], data: rows::data, heights: [2200, 1640] },
    start: live::start,
    picture: None,
};
