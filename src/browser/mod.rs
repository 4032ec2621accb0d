//! What Leptos has no word for: short modules against the browser's own interfaces. Nothing here knows a figure.

pub mod audio;
pub mod dom;
pub mod download;
pub mod schedule;
pub mod surface;
