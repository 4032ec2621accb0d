//! The ground: land, the country upon it, and borders.

use super::layout::Layout;
use crate::{
    content::{Content, error::Diagnostic, map::MapData},
    figures::map::geometry::{self, Px, View},
};

/// The country of the scene.
pub(super) const COUNTRY: &str = "KAZ";

/// What is shown of the globe.
pub(super) const VIEW: View = View { centre: (67.3, 47.9), scale: 5.0, size: (640.0, 390.0) };

/// What is drawn of that, from line to line: the land to the north and to the south is left out, for the notes below.
const ROWS: (f64, f64) = (16.0, 366.0);

/// The id of the shape that each still uses.
const SHAPE: &str = "fourteen-days-ground";

/// The ground of the drawing.
pub(super) struct Ground<'a> {
    map: &'a MapData,
}

impl<'a> Ground<'a> {
    /// # Errors
    /// When the content has no map.
    pub(super) fn new(content: &'a Content) -> Result<Self, Diagnostic> {
        content.map.as_ref().map(|map| Self { map }).ok_or_else(|| Diagnostic::missing("data/map.json"))
    }

    /// The shape, to be written once.
    pub(super) fn shape(&self) -> String {
        let borders = geometry::borders(&self.map.arcs, &VIEW);
        let others = geometry::between(&borders, &VIEW, |state| !state.is_empty() && state != COUNTRY);
        // Colours as attributes: rules that name an ancestor do not reach into what is used.
        let path = |paint: &str, data: String| format!("<path {paint} d=\"{data}\"/>");
        let line = "vector-effect=\"non-scaling-stroke\"";
        let (width, height) = VIEW.size;
        let (top, bottom) = ROWS;
        [
            format!("<symbol id=\"{SHAPE}\" viewBox=\"0 {top} {width} {}\">", bottom - top),
            path("fill=\"var(--sunk)\"", format!("M0 0H{width}V{height}H0z")),
            path("fill=\"var(--raised)\"", geometry::path(&geometry::land(&self.map.land, &VIEW), true)),
            path(&["fill=\"none\" stroke=\"var(--grid)\" ", line].concat(), geometry::path(&others, false)),
            path(
                &["fill=\"var(--ally)\" fill-opacity=\".25\" stroke=\"var(--ally)\" stroke-opacity=\".6\" ", line].concat(),
                geometry::path(&self.outline(), true),
            ),
            "</symbol>".to_owned(),
        ]
        .concat()
    }

    /// The country's whole border, as rings.
    pub(super) fn outline(&self) -> Vec<Vec<Px>> {
        geometry::merged(&geometry::borders(&self.map.arcs, &VIEW), &VIEW, |state| state == COUNTRY)
    }

    /// The shape as a layout uses it: as wide as the layout.
    pub(super) fn used(&self, layout: &Layout) -> String {
        format!("<use href=\"#{SHAPE}\" width=\"{}\" height=\"{}\"/>", layout.size.0, ((ROWS.1 - ROWS.0) * zoom(layout)).round())
    }

    /// Where a layout draws the place with this id.
    ///
    /// # Errors
    /// When the map does not have it.
    pub(super) fn place(&self, layout: &Layout, id: &str) -> Result<Px, Diagnostic> {
        let at =
            self.map.find(id).ok_or_else(|| Diagnostic::new("data/map.json", "", (format!("has no place `{id}`"), "add it to `towns`")))?;
        let (x, y) = VIEW.px_from_degrees(at);
        Ok((x * zoom(layout), (y - ROWS.0) * zoom(layout)))
    }
}

fn zoom(layout: &Layout) -> f64 {
    layout.size.0 / VIEW.size.0
}
