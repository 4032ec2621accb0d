//! The scenes whose stages are drawn, in reading order.

use super::{since_then, stayed_home, still::Drawn, who_came};

/// All of them.
pub(crate) const ALL: [Drawn; 3] = [stayed_home::DRAWN, who_came::DRAWN, since_then::DRAWN];

/// The stage of the scene `id`, if it is drawn.
pub(crate) fn find(id: &str) -> Option<&'static Drawn> {
    ALL.iter().find(|drawn| drawn.id == id)
}
