//! The stages of the walk on which the app draws or listens, each with what mounts it.

use super::{non_interventions::stage as ledger, troop_dots::stage as dots};
use crate::app::start::Mount;

/// By the id of the scene.
const ALL: [(&str, Mount); 3] = [(dots::SCENE, dots::mount), (ledger::BEFORE, ledger::mount), (ledger::SINCE, ledger::mount)];

/// What mounts the stage of the scene `id`; with the id again, for as long as the program.
pub fn find(id: &str) -> Option<(&'static str, Mount)> {
    ALL.into_iter().find(|(scene, _)| *scene == id)
}
