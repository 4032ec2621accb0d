//! `non-interventions`: who asked the alliance for help, and what came?
//!
//! The ledger of appeals in its short form, one row per crisis, with a filter by whether and for what the alliance was asked.

pub(crate) mod filter;
pub mod mount;
#[cfg(feature = "ssr")]
pub mod rows;
pub mod stage;
pub mod state;
#[cfg(feature = "ssr")]
pub mod view;

use super::figure::Figure;

/// Its id in addresses, chapters and data files.
pub const ID: &str = "non-interventions";

/// Its entry in the list of figures.
pub const FIGURE: Figure = Figure {
    id: ID,
    #[cfg(feature = "ssr")]
    built: super::figure::Built {
        view: view::view,
        styles: &["stacking.css", "ledger.css"],
        data: rows::data,
        is_drawn: false,
        heights: [2070, 1500, 1410],
    },
    mount: mount::mount,
    picture: None,
};
