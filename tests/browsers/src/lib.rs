//! Opens the built site in real browsers and says what a reader would notice.
//!
//! A [`Case`] gets a [`Reader`]: a browser and the built site. It visits a [`Site`], which may hold back, cut short or
//! alter files, and asks the [`Page`] what is there. [`run`] takes all cases through all engines, one session each.

mod browser;
mod case;
mod client;
mod driver;
mod engine;
mod evidence;
mod expect;
mod files;
mod gate;
mod headers;
pub mod keys;
mod page;
mod probe;
mod program;
mod programs;
mod random;
mod reader;
mod runner;
mod server;
mod session;
mod settings;
mod site;

pub use browser::Browser;
pub use case::Case;
pub use engine::Engine;
pub use expect::{Outcome, holds, same};
pub use files::mime;
pub use gate::Gate;
pub use page::Page;
pub use program::PROGRAM;
pub use random::Random;
pub use reader::Reader;
pub use runner::{in_chromium, run};
pub use session::Session;
pub use settings::Settings;
pub use site::Site;
