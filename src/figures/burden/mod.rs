//! `burden`: how much of the alliance is Russia? By seats, budget, troops, people and soldiers, on one axis.

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
pub const ID: &str = "burden";

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
        heights: [1100, 870, 830],
    },
    mount: strips::mount::mount,
    picture: Some(strips::picture::shown),
};
