//! The scenes that have drawings of their own, and what the stage of a step shows.

use super::{
    fourteen_days, of_figure, since_then, stayed_home,
    still::{Drawn, Still},
    the_promise, what_it_changes, who_came,
};
use crate::content::{
    Content,
    error::Diagnostic,
    scene::{Scene, Stage, Step},
};

/// Those with drawings of their own. A scene that shows only states of figures needs no entry.
const ALL: &[Drawn] =
    &[fourteen_days::DRAWN, the_promise::DRAWN, stayed_home::DRAWN, who_came::DRAWN, what_it_changes::DRAWN, since_then::DRAWN];

/// The drawings of the scene `id`, if it has its own.
pub(crate) fn find(id: &str) -> Option<&'static Drawn> {
    ALL.iter().find(|drawn| drawn.id == id)
}

/// The still of a step: the state of a figure is drawn alike in every scene, and each scene draws its own states.
///
/// # Errors
/// What the step, or what it shows, lacks.
pub(crate) fn still(content: &Content, scene: &Scene, step: &Step) -> Result<Still, Diagnostic> {
    match (&step.stage, find(&scene.id)) {
        (Stage::Figure { id, query }, _) => of_figure::still(content, step, (id, query)),
        (Stage::Own(_), Some(drawn)) => (drawn.still)(content, step),
        (Stage::Own(name), None) => {
            Err(Diagnostic::unplaced(format!("has the stage `{name}`, but no drawing of its own"), "add it to src/walk/drawn.rs"))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test that cannot read its own fixtures should stop")]

    use super::*;
    use crate::walk::{fixture, stages};

    #[test]
    fn a_scene_without_an_entry_shows_states_of_figures_and_no_others() {
        let content = fixture::content();
        let scene = Scene { id: "a-new-scene".into(), ..Scene::default() };
        let like = content.scenes.iter().find_map(|scene| scene.steps.first()).expect("a step");
        let shown = |stage: Stage| {
            stages::check(&content, &scene, &stage)
                .map_err(Diagnostic::from)
                .and_then(|()| still(&content, &scene, &Step { stage, ..like.clone() }).map(|_| ()))
        };
        for (id, query) in [
            ("troop-dots", "v=1&step=rate"),
            ("troop-shares", "v=1&unit=share"),
            ("treaty", "v=1&treaty=both"),
            ("article-4-test", "v=1&test=kazakhstan-2022"),
        ] {
            assert_eq!(shown(Stage::Figure { id: id.into(), query: query.into() }), Ok(()), "{id}");
        }
        let burden = shown(Stage::Figure { id: "burden".into(), query: "v=1&burden=five".into() });
        assert!(burden.is_err_and(|fault| fault.problem.contains("which no stage draws")));
        assert!(shown(Stage::Own("guarded".into())).is_err_and(|fault| fault.problem.contains("no drawing of its own")));
    }
}
