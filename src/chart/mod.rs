//! The drawing kit: one drawing function per figure, over any of plotters' backends, serves the screen
//! (canvas) and the built page (SVG).

#[cfg(feature = "csr")]
pub mod canvas;
pub mod mark;
pub mod painter;
pub mod picture;
pub mod pitch;
pub mod scale;
pub mod stamp;
pub mod svg;
pub mod token;
pub mod wrap;
