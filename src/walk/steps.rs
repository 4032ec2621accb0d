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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::scene;

    #[test]
    fn of_two_steps_that_show_a_state_the_first_has_its_address() {
        let step = |title: &str, query: &str| format!("### {title}\nstage: treaty?v=1&treaty={query}\ntitle: A title\n\nText.\n\n");
        let text = ["title: A\nshort: A\nlead: B\n\n", &step("One", "1992"), &step("Two", "both"), &step("Three", "1992")].concat();
        let scenes = vec![scene::parse("a", "a.md", &text).expect("a scene")];
        let steps = of_states(&Content { scenes, ..Content::default() });
        let expected = [("treaty?v=1&treaty=1992", "a-1"), ("treaty?v=1&treaty=both", "a-2")];
        assert!(steps.iter().map(|(state, step)| (&**state, &**step)).eq(expected), "{steps:?}");
    }
}
