//! What every figure is to the build and to the browser.

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
    /// Whether it has a drawing beside words and tables.
    pub is_drawn: bool,
    /// The rows behind it, for CSV and JSON. Errors say what the content lacks.
    pub data: fn(&Content) -> Result<DataFile, String>,
    /// The height of its own page in CSS pixels, as browsers lay it out at 360, at 600 and at 720 wide: what a frame around it gets
    /// before it is measured. A case of the browser tests says when the first or the last is off. The one at 600 is for frames from
    /// oEmbed, which may stay so high.
    pub heights: [u32; 3],
}
