//! What a reader can change, as it stands in the address, for the build and for the browser.

pub mod choice;
