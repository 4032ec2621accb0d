//! The site as files: documents around the page and its figures, downloads, and the policy that guards them.
//!
//! Everything is written under relative addresses, so the folder works at any path of any static host. One language
//! is written to the root of the site; another would be a folder beside it with the same files.

pub mod assets;
pub mod builder;
pub mod code;
pub mod csp;
pub mod document;
pub mod downloads;
pub mod embed;
pub mod embed_script;
pub mod epub;
pub mod figure_data;
pub mod fonts;
pub mod head;
pub mod hosting;
pub mod inlined;
pub mod loader;
pub mod manifest;
pub mod oembed;
pub mod offline;
pub mod page_picture;
pub mod programs;
pub mod share_picture;
pub mod share_script;
pub mod shrink;
pub mod single;
pub mod site;
pub mod static_image;
pub mod xhtml;
