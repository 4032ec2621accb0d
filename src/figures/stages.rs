//! The stages of the walk on which the app draws, each with what mounts it.

use super::troop_dots::stage;
use crate::app::start::Mount;

/// What mounts the stage of the scene `id`; with the id again, for as long as the program.
pub fn find(id: &str) -> Option<(&'static str, Mount)> {
    (id == stage::SCENE).then_some((stage::SCENE, stage::mount))
}
