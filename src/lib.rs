//! The explainer: content, model, figures, and the two programs that use them.
//!
//! With `ssr` (native) the library loads and checks the content and writes the site. With `csr` (WebAssembly) it
//! brings the figures of the written page alive. See ARCHITECTURE.md.

#[cfg(feature = "ssr")]
pub mod build;
pub mod chart;
#[cfg(feature = "ssr")]
pub mod content;
pub mod figures;
#[cfg(feature = "csr")]
pub mod live;
pub mod model;
#[cfg(feature = "ssr")]
pub mod page;
