//! `article-4-test`: was it the law, or the will?
//!
//! Real HTML: a table of cases by five questions, with where each wording of article 4 puts them; then the same
//! questions as a path, on which a reader changes the answers of a case and sees the outcome change.

pub mod answering;
#[cfg(feature = "ssr")]
pub mod cases;
pub mod controls;
pub(crate) mod data;
pub(crate) mod mount;
#[cfg(feature = "ssr")]
mod named;
#[cfg(feature = "ssr")]
pub(crate) mod rows;
pub(crate) mod sentences;
pub mod state;
#[cfg(feature = "ssr")]
pub(crate) mod table;
#[cfg(feature = "ssr")]
pub mod view;

use crate::figures::figure::Figure;

/// Its id in addresses, chapters and data files.
pub(crate) const ID: &str = "article-4-test";

/// Its entry in the list of figures.
pub(crate) const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["stacking.css", "cases.css"],
        data: rows::data,
        is_drawn: false,
        states: Some(named::STATES),
        heights: [1880, 1581, 1420],
    },
    mount: mount::mount,
    picture: None,
};
