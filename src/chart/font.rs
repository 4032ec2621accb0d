//! The typeface of drawings.

/// The sans face with its stand-ins, as `--sans` of `style/tokens.css` has it: for the font of a canvas, and between double quotes as
/// the `font-family` of an SVG. Where a saved picture is opened without the first, the last serves.
pub const SANS: &str = "'Explainer Sans', 'Like Arial', 'Like Roboto', 'Like DejaVu Sans', sans-serif";
