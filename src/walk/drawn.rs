//! The scenes whose stages are drawn, in reading order.

use super::{fourteen_days, since_then, stayed_home, still::Drawn, the_promise, what_it_changes, who_came};

/// All of them.
pub(crate) const ALL: [Drawn; 6] =
    [fourteen_days::DRAWN, the_promise::DRAWN, stayed_home::DRAWN, who_came::DRAWN, what_it_changes::DRAWN, since_then::DRAWN];

/// The stage of the scene `id`, if it is drawn.
pub(crate) fn find(id: &str) -> Option<&'static Drawn> {
    ALL.iter().find(|drawn| drawn.id == id)
}
