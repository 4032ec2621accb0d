//! `overlaps`: which other clubs did the six members belong to?
//!
//! Six members by five clubs at a moment to be chosen: the standing of each by mark and word, and since when.

pub mod cells;
#[cfg(feature = "ssr")]
pub mod data;
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
pub const ID: &str = "overlaps";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["stacking.css", "overlaps.css"],
        data: rows::data,
        is_drawn: false,
        states: Some(named::STATES),
        heights: [1470, 1099, 880],
    },
    mount: mount::mount,
    picture: None,
};
