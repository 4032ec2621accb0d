//! Opens the built site in real browsers and says what a reader would notice.
//!
//! A [`TestCase`] gets a [`BrowserCtx`]: a browser and the built site. It visits a [`ServerConfig`], which may hold back, cut short or
//! alter files, and asks the [`Page`] what is there. [`run`] takes all cases through all engines, one session each.

mod artifacts;
mod browser;
mod browser_ctx;
mod client;
mod driver;
mod engine;
mod error;
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
mod runner;
mod server;
mod server_config;
mod session;
mod settings;
mod test_case;

pub use browser::Browser;
pub use browser_ctx::{BrowserCtx, SINGLE_FILE};
pub use engine::Engine;
pub use error::TestError;
pub use expect::{TestResult, ensure, ensure_eq};
pub use files::mime;
pub use gate::Gate;
pub use page::Page;
pub use program::PROGRAM;
pub use random::Random;
pub use runner::{in_chromium, run};
pub use server_config::ServerConfig;
pub use session::Session;
pub use settings::Settings;
pub use test_case::TestCase;
