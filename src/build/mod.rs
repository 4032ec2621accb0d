//! The site as files: documents around the page and its figures, downloads, and the policy that guards them.
//!
//! Everything is written under relative addresses, so the folder works at any path of any static host. The site is in one
//! language; docs/content.md says what another would need.

pub mod assets;
pub(crate) mod builder;
pub(crate) mod code;
pub mod context;
pub mod csp;
pub mod document;
pub mod downloads;
mod drawing;
pub mod embed;
pub(crate) mod embed_documents;
pub mod embed_script;
pub(crate) mod epub;
pub(crate) mod figure_data;
pub mod fonts;
pub mod head;
pub(crate) mod hosting;
pub mod inlined;
pub(crate) mod links;
pub mod loader;
pub(crate) mod manifest;
pub(crate) mod minify;
pub mod named_state;
pub(crate) mod not_found;
pub mod oembed;
pub(crate) mod offline;
pub(crate) mod output;
pub(crate) mod page_picture;
pub(crate) mod programs;
pub(crate) mod reference;
pub(crate) mod script;
pub(crate) mod share_picture;
pub(crate) mod share_script;
pub(crate) mod shrink;
pub(crate) mod single;
pub mod site;
pub(crate) mod sitemap;
pub(crate) mod static_image;
pub(crate) mod xhtml;
