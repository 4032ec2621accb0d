//! The drawing kit: one drawing function per figure, over any of plotters' backends, serves the screen
//! (canvas) and the built page (SVG).

pub(crate) mod canvas;
pub(crate) mod mark;
pub(crate) mod marker;
pub mod painter;
pub(crate) mod picture;
pub(crate) mod pitch;
pub mod scale;
pub mod svg;
pub mod token;
pub(crate) mod wrap;

/// The least width of a drawing, in its own pixels: where the page has less, it is shown smaller, for its words would
/// stand on each other.
pub(crate) const LEAST_WIDTH: f64 = 280.0;
