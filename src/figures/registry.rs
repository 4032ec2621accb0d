//! All figures, in the order of the page: to add one, add its line to [`ALL`].

#[cfg(feature = "ssr")]
use leptos::prelude::AnyView;

#[cfg(feature = "ssr")]
use super::data_file::DataFile;
use super::pictures::Look;
use crate::app::start::Mount;
#[cfg(feature = "ssr")]
use crate::content::{Content, markdown::Notes};

/// A figure, as the build and the browser know it.
#[derive(Clone, Copy)]
pub struct Figure {
    /// Its id in addresses, chapters, `en/figures.json` and data files.
    pub id: &'static str,
    /// What the build asks.
    #[cfg(feature = "ssr")]
    pub built: Built,
    /// Mounts its components into its prerendered form.
    pub mount: Mount,
    /// What a picture of it shows; `None` for a figure of which the browser makes none.
    pub picture: Option<Look>,
}

/// What page, embeds and downloads ask of a figure.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy)]
pub struct Built {
    /// Its built form; the facts that it cites become notes. Errors say what the content lacks.
    pub view: fn(&Content, &mut Notes) -> Result<AnyView, String>,
    /// Its own stylesheets under `style/`, after those that all figures share.
    pub styles: &'static [&'static str],
    /// The rows behind it, for CSV and JSON. Errors say what the content lacks.
    pub data: fn(&Content) -> Result<DataFile, String>,
    /// The height of its own page in CSS pixels, as browsers lay it out at 360 and at 720 wide: what a frame around it gets
    /// before it is told better. A case of the browser tests says when it is off.
    pub heights: [u32; 2],
}

/// Every figure.
pub const ALL: &[Figure] = &[
    super::map::FIGURE,
    super::treaty::FIGURE,
    super::forces::FIGURE,
    super::burden::FIGURE,
    super::non_interventions::FIGURE,
    super::article_4_test::FIGURE,
    super::overlaps::FIGURE,
    super::timeline::FIGURE,
    super::troop_dots::FIGURE,
    super::troop_shares::FIGURE,
];

/// The figure called `id`.
pub const fn find(id: &str) -> Option<&'static Figure> {
    let mut i = 0;
    while i < ALL.len() {
        if same(ALL[i].id, id) {
            return Some(&ALL[i]);
        }
        i += 1;
    }
    None
}

/// `==` of texts, which constants cannot use yet.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
