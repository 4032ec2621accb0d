//! The scenes whose stages are drawn, in reading order.

use super::{still::Drawn, who_came};

/// All of them.
pub(crate) const ALL: [Drawn; 1] = [who_came::DRAWN];

/// The stage of the scene `id`, if it is drawn.
pub(crate) fn find(id: &str) -> Option<&'static Drawn> {
    ALL.iter().find(|drawn| drawn.id == id)
}
