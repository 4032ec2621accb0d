//! Which step shows a state of a figure, so that an address of that state leads there.

use std::collections::BTreeMap;

use crate::content::{Content, scene::Stage};

/// The fragment of the step by the figure's id with the query of its state; where two steps show it, that of the first.
pub(crate) fn of_states(content: &Content) -> BTreeMap<String, String> {
    let mut steps = BTreeMap::new();
    for scene in &content.scenes {
        for (n, step) in scene.steps.iter().enumerate() {
            if let Stage::Figure { id, query } = &step.stage {
                steps.entry([id, "?", query].concat()).or_insert_with(|| scene.step_id(n));
            }
        }
    }
    steps
}
