//! `forces`: what the alliance has on paper, and what it sent once.

#[cfg(feature = "ssr")]
pub mod data;
#[cfg(feature = "ssr")]
mod named;
#[cfg(feature = "ssr")]
pub mod rows;
pub mod state;
#[cfg(feature = "ssr")]
pub mod view;

use super::figure::Figure;
use super::strips;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "forces";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &[],
        data: rows::data,
        is_drawn: true,
        states: Some(named::STATES),
        heights: [980, 796, 760],
    },
    mount: strips::mount::mount,
    picture: Some(strips::picture::shown),
};
