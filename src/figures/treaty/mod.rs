//! `treaty`: what does the treaty promise, in 1992 and since?
//!
//! Real HTML: each article in a sentence, with phrases of both wordings, what is drawn from it and what is debated;
//! then article 4 beside NATO's article 5. In the browser a switch shows one wording alone, and links to an article unfold it.

#[cfg(feature = "ssr")]
pub mod articles;
#[cfg(feature = "ssr")]
pub mod comparison;
pub mod mount;
#[cfg(feature = "ssr")]
mod named;
#[cfg(feature = "ssr")]
pub mod rows;
pub mod state;
#[cfg(feature = "ssr")]
pub mod view;

use super::figure::Figure;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "treaty";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["stacking.css", "articles.css"],
        data: rows::data,
        is_drawn: false,
        states: Some(named::STATES),
        heights: [1860, 1560, 1510],
    },
    mount: mount::mount,
    picture: None,
};
