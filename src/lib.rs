//! The explainer: content, model, figures, and the two programs that use them.
//!
//! With `ssr` (native, the default) the library loads and checks the content and writes the site. With `csr` (WebAssembly)
//! it makes the figures of the written page interactive. What the browser needs compiles natively too, so that tests, lints and
//! editors see it; nothing there calls it. See ARCHITECTURE.md.

#[cfg(all(feature = "ssr", feature = "csr"))]
compile_error!("The features `ssr` and `csr` exclude each other; for the browser build with `--no-default-features --features csr`.");
#[cfg(not(any(feature = "ssr", feature = "csr")))]
compile_error!("Neither `ssr` nor `csr` is on; leave the default features on, or build for the browser with `--features csr`.");

pub mod app;
pub(crate) mod browser;
#[cfg(feature = "ssr")]
pub mod build;
pub mod chart;
#[cfg(feature = "ssr")]
pub mod content;
pub mod figures;
pub mod model;
#[cfg(feature = "ssr")]
pub mod page;
pub mod text;
pub mod text_encoding;
pub(crate) mod ui;
#[cfg(feature = "ssr")]
pub mod walk;
