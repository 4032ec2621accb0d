//! Which states the stages of scenes know: the build refuses any other.

use super::drawn;
use crate::{
    content::{
        Content,
        error::Problem,
        scene::{Scene, Stage},
    },
    figures::registry,
};

/// Whether the stage of `scene` can show `stage`: a figure reads its own query, and the scene's drawing knows its states
/// by name.
///
/// # Errors
/// What is wrong, to follow "has a stage that".
pub fn check(content: &Content, scene: &Scene, stage: &Stage) -> Result<(), Problem> {
    match stage {
        Stage::Figure { id, query } => {
            let full = full_query(content, id, query)?;
            let unread = query.split('&').find(|pair| full.split('&').all(|known| known != *pair));
            unread.map_or(Ok(()), |pair| {
                Err((format!("has `{pair}` in its query, which `{id}` does not read so"), format!("write it as in `{full}`")).into())
            })
        }
        Stage::Own(name) if name.is_empty() => {
            Err(("has no name", "write the figure and its query, or a state of the scene’s drawing").into())
        }
        Stage::Own(name) => match drawn::find(&scene.id).map_or(&[][..], |drawn| drawn.states) {
            [] => {
                Err((format!("names the state `{name}`, but this scene has no drawing of its own"), "name a figure and its query").into())
            }
            states if states.contains(&&**name) => Ok(()),
            states => {
                Err((format!("names the state `{name}`, which its drawing does not know"), format!("use one of {}", states.join(", ")))
                    .into())
            }
        },
    }
}

/// The query that the figure `id` itself writes for what it reads in `query`.
fn full_query(content: &Content, id: &str, query: &str) -> Result<String, Problem> {
    let states = registry::find(id).and_then(|figure| figure.built.states);
    let states = states.ok_or_else(|| (format!("names the figure `{id}`, which is unknown or has no states"), "correct its id"))?;
    states
        .full_query(content, query)
        .map_err(|fault| (format!("cannot be read, because its figure says: {fault}"), "correct that first").into())
}
