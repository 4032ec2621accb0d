//! What unit tests of the walk start from.
#![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

use std::path::Path;

use crate::{
    content::{Content, files::read_files, load::load},
    figures::for_content::FIGURES,
};

/// The content of the project.
pub(super) fn content() -> Content {
    let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable");
    load(&files, "en", &FIGURES).expect("loads")
}
