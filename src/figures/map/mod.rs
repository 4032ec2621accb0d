//! `map`: where did the alliance stay out, and where did it come?
//!
//! Members as a flat tint, an open ring for each crisis, one filled; two corners drawn larger. The build makes the
//! drawing whole; in the browser it has marks with tooltips, and nothing else changes.

#[cfg(feature = "ssr")]
pub(crate) mod drawing;
#[cfg(feature = "ssr")]
pub(crate) mod geometry;
pub(crate) mod mount;
#[cfg(feature = "ssr")]
pub(crate) mod rows;
#[cfg(feature = "ssr")]
pub(crate) mod view;

use super::figure::Figure;

/// Its id in addresses, chapters and data files.
pub(crate) const ID: &str = "map";

/// Its entry in the list of figures.
pub(crate) const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["map.css"],
        data: rows::data,
        is_drawn: true,
        states: None,
        heights: [1280, 970, 900],
    },
    mount: mount::mount,
    picture: None,
};
