//! What holds for every input, tried on many at random (proptest); a failure prints the smallest input that it found.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

mod formula;
mod numbers;
mod scale;
mod shares;
mod states;
mod texts;

use std::{path::Path, sync::LazyLock};

use csto_explainer::{build::site, content::Content};

/// The real content, read once.
static BOOK: LazyLock<Content> = LazyLock::new(|| site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound"));
