//! `troop-shares`: who sent the troops?
//!
//! Two drawings: bars by sender from zero, Russia's in rings because it is a remainder; and Russia's share over all
//! combinations of published figures, as ticks on a line from 0 to 100.

pub mod bars;
pub mod combinations;
#[cfg(feature = "ssr")]
pub mod combine;
pub mod controls;
pub mod data;
pub mod guess;
pub mod line;
pub mod mount;
#[cfg(feature = "ssr")]
mod named;
pub mod picture;
#[cfg(feature = "ssr")]
pub mod rows;
pub mod shares;
pub mod state;
pub mod table;
#[cfg(feature = "ssr")]
pub mod view;

use super::figure::Figure;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "troop-shares";

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
        heights: [2195, 1680, 1595],
    },
    mount: mount::mount,
    picture: Some(picture::shown),
};
