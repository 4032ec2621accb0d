//! What every figure is to the build and to the browser.

#[cfg(feature = "ssr")]
use leptos::prelude::AnyView;

use super::pictures::Look;
#[cfg(feature = "ssr")]
use super::{
    data_file::DataFile,
    states::{NamedState, States},
};
use crate::app::start::Mount;
#[cfg(feature = "ssr")]
use crate::content::{Content, error::Diagnostic, markdown::Notes};

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

#[cfg(feature = "ssr")]
impl Figure {
    /// Its states that have names.
    ///
    /// # Errors
    /// What the content lacks.
    pub fn named_states(&self, content: &Content) -> Result<Vec<NamedState>, Diagnostic> {
        self.built.states.map_or_else(|| Ok(Vec::new()), |states| states.named(content))
    }

    /// The height of a frame 600 CSS pixels wide that shows it in the state `name`, or as it is at first.
    pub fn height_in_articles(&self, name: Option<&str>) -> u32 {
        let [_, usual, _] = self.built.heights;
        let own = |states: States| states.heights.iter().find(|(of, _)| Some(*of) == name).map(|(_, height)| *height);
        self.built.states.and_then(own).unwrap_or(usual)
    }
}

/// What page, embeds and downloads ask of a figure.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy)]
pub struct Built {
    /// Its built form; the facts that it cites become notes. Errors say what the content lacks.
    pub view: fn(&Content, &mut Notes) -> Result<AnyView, Diagnostic>,
    /// Its own stylesheets under `style/`, after those that all figures share.
    pub styles: &'static [&'static str],
    /// Whether it has a drawing beside words and tables.
    pub is_drawn: bool,
    /// The rows behind it, for CSV and JSON. Errors say what the content lacks.
    pub data: fn(&Content) -> Result<DataFile, Diagnostic>,
    /// Its states; `None` for a figure that has only one.
    pub states: Option<States>,
    /// The height of its own page in CSS pixels, as browsers lay it out at 360, at 600 and at 720 wide: what a frame around it gets
    /// before it is measured. A case of the browser tests says when the first or the last is off. The one at 600 is for frames from
    /// oEmbed, which may stay so high.
    pub heights: [u32; 3],
}
