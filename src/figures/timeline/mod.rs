//! `timeline`: how long was the treaty there, and how fast did January 2022 go?
//!
//! January by day as real HTML with a filter by kind of event; below it nine lanes from 1992, one per state, filled
//! where the treaty or the organisation was in force for it.

#[cfg(feature = "ssr")]
pub(crate) mod days;
pub(crate) mod lanes;
pub(crate) mod live;
pub(crate) mod payload;
pub(crate) mod picture;
#[cfg(feature = "ssr")]
pub(crate) mod rows;
#[cfg(feature = "ssr")]
pub(crate) mod spells;
pub mod state;
#[cfg(feature = "ssr")]
pub(crate) mod view;

use crate::figures::figure::Figure;

/// Its id in addresses, chapters and data files.
pub(crate) const ID: &str = "timeline";

/// Its entry in the list of figures.
pub(crate) const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built { view: view::view, styles: &["days.css"], data: rows::data, heights: [2570, 1750] },
    start: live::start,
    picture: Some(picture::shown),
};
