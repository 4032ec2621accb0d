//! The words and numbers that a figure shows, for the build and for the browser.

pub mod words;
