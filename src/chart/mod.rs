//! The drawing kit: one drawing function per figure, generic over plotters' `DrawingBackend`, serves the screen
//! (canvas) and the built page (SVG).

#[cfg(feature = "csr")]
pub mod canvas;
pub mod painter;
pub mod scale;
#[cfg(feature = "ssr")]
pub mod svg;
pub mod token;
