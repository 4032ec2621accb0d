//! `troop-shares`: who sent the troops?
//!
//! Two drawings: bars by sender from zero, Russia's in rings because it is a remainder; and Russia's share over all
//! combinations of published figures, as ticks on a line from 0 to 100.

pub mod bars;
pub mod combinations;
#[cfg(feature = "ssr")]
pub mod combine;
pub mod data;
pub mod line;
pub mod live;
pub mod payload;
pub mod picture;
#[cfg(feature = "ssr")]
pub mod rows;
pub mod state;
pub mod table;
#[cfg(feature = "ssr")]
pub mod view;

use super::registry::Figure;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "troop-shares";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::registry::Built { view: view::view, styles: &[], data: rows::data, heights: [2530, 1770] },
    start: live::start,
    picture: Some(picture::shown),
};
