//! The drawing kit: one drawing function per figure, over any of plotters' backends, serves the screen
//! (canvas) and the built page (SVG).

pub mod canvas;
pub mod font;
pub mod mark;
pub mod marker;
pub mod painter;
pub mod picture;
pub mod pitch;
pub mod scale;
pub mod svg;
pub mod token;
pub mod wrap;

/// The least width of a drawing, in its own pixels: where the page has less, it is shown smaller, for its words would
/// stand on each other.
pub const LEAST_WIDTH: f64 = 280.0;
