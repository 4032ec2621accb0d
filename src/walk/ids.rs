//! The ids of a scene's parts.

use crate::content::scene::Scene;

/// The id of the scene's heading, which also names its stage.
pub(super) fn title(scene: &Scene) -> String {
    [&scene.id, "-title"].concat()
}

/// The id of the stage.
pub(super) fn stage(scene: &Scene) -> String {
    [&scene.id, "-stage"].concat()
}

/// The id of what follows the stage.
pub(super) fn after(scene: &Scene) -> String {
    [&scene.id, "-after"].concat()
}
