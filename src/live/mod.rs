//! The living page: starts each figure as it comes near, and the browser's side of what figures share.
//!
//! The built HTML already holds every control, drawing and table. Live code finds its parts by `data-part`, attaches
//! to them and never creates what the build could have written. A figure whose parts are not all there stays as built.

pub mod address;
pub mod announce;
pub mod choice;
pub mod dom;
pub mod download;
pub mod json;
pub mod marks;
pub mod marks_over_built;
pub mod pause;
pub mod pictures;
pub mod plot;
pub mod start;
pub mod steer;
pub mod text;
pub mod tones;
