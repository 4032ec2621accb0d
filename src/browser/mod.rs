//! What Leptos has no word for: short modules against the browser's own interfaces. Nothing here knows a figure.

pub(crate) mod audio;
pub(crate) mod dom;
pub(crate) mod download;
pub(crate) mod schedule;
pub(crate) mod surface;
