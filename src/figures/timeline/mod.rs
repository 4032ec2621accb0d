//! `timeline`: how long was the treaty there, and how fast did January 2022 go?
//!
//! January by day as real HTML with a filter by kind of event; below it nine lanes from 1992, one per state, filled
//! where the treaty or the organisation was in force for it.

#[cfg(feature = "ssr")]
pub mod days;
pub mod events;
pub mod filter;
pub mod lanes;
pub mod mount;
#[cfg(feature = "ssr")]
mod named;
pub mod picture;
#[cfg(feature = "ssr")]
pub mod rows;
#[cfg(feature = "ssr")]
pub mod spells;
pub mod state;
#[cfg(feature = "ssr")]
pub mod view;

use super::figure::Figure;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "timeline";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["days.css"],
        data: rows::data,
        is_drawn: true,
        states: Some(named::STATES),
        heights: [2190, 1650, 1430],
    },
    mount: mount::mount,
    picture: Some(picture::shown),
};
