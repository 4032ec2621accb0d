//! `troop-dots`: how do we know how many soldiers came?
//!
//! One dot per soldier, drawn by how its number is known, in seven steps: whole, split, and beside other forces.

pub mod data;
pub mod dots;
#[cfg(feature = "ssr")]
pub mod entries;
pub mod layout;
pub mod mount;
#[cfg(feature = "ssr")]
mod named;
pub mod picture;
#[cfg(feature = "ssr")]
pub mod rows;
pub mod stage;
pub mod state;
pub mod steps;
#[cfg(feature = "ssr")]
pub mod view;
pub mod way;

use super::figure::Figure;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "troop-dots";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["steps.css"],
        data: rows::data,
        is_drawn: true,
        states: Some(named::STATES),
        heights: [2100, 1740, 1710],
    },
    mount: mount::mount,
    picture: Some(picture::shown),
};
