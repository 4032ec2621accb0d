//! The scenes whose stages are drawn, in reading order.

use super::{still::Still, who_came};
use crate::content::{Content, scene::Step};

/// A scene's stage, as the build draws it.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// The scene's id.
    pub id: &'static str,
    /// The states of its own drawing, by name; those of figures have queries.
    pub states: &'static [&'static str],
    /// The still of a step; an error says what the step or its figure lacks.
    pub still: fn(&Content, &Step) -> Result<Still, String>,
}

/// All of them.
pub(crate) const ALL: [Drawn; 1] = [who_came::DRAWN];

/// The stage of the scene `id`, if it is drawn.
pub(crate) fn find(id: &str) -> Option<&'static Drawn> {
    ALL.iter().find(|drawn| drawn.id == id)
}
