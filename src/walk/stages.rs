//! Which states the stages of scenes know: the build refuses any other.

use super::drawn;
use crate::{
    content::{
        Content,
        scene::{Scene, Stage},
    },
    figures::{article_4_test, burden, forces, non_interventions, timeline, treaty, troop_dots, troop_shares},
    model::choice::Choice,
};

/// Whether the stage of `scene` can show `stage`: a figure reads its own query, and the scene's drawing knows its states
/// by name.
///
/// # Errors
/// What is wrong, to follow "has a stage that".
pub fn check(content: &Content, scene: &Scene, stage: &Stage) -> Result<(), String> {
    match stage {
        Stage::Figure { id, query } => {
            let full = full_query(content, id, query)?;
            let unread = query.split('&').find(|pair| full.split('&').all(|known| known != *pair));
            unread.map_or(Ok(()), |pair| Err(format!("has `{pair}` in its query, which `{id}` does not read so; write it as in `{full}`")))
        }
        Stage::Own(name) if name.is_empty() => Err("has no name; write the figure and its query, or a state of the scene’s drawing".into()),
        Stage::Own(name) => match drawn::find(&scene.id).map_or(&[][..], |drawn| drawn.states) {
            [] => Err(format!("names the state `{name}`, but this scene has no drawing of its own; name a figure and its query")),
            states if states.contains(&&**name) => Ok(()),
            states => Err(format!("names the state `{name}`, which its drawing does not know; use one of {}", states.join(", "))),
        },
    }
}

/// The query that the figure `id` itself writes for what it reads in `query`.
fn full_query(content: &Content, id: &str, query: &str) -> Result<String, String> {
    let choice = |choice: Choice| choice.to_query(choice.parse(query).0);
    Ok(match id {
        article_4_test::ID => {
            let (data, _) = article_4_test::cases::data(content)?;
            article_4_test::state::State::parse(query, &data).0.to_query(&data)
        }
        burden::ID => choice(burden::state::choice()),
        forces::ID => choice(forces::state::choice()),
        non_interventions::ID => choice(non_interventions::state::choice()),
        timeline::ID => timeline::state::State::parse(query).0.to_query(),
        treaty::ID => choice(treaty::state::choice()),
        troop_dots::ID => troop_dots::state::Step::parse(query).0.to_query(),
        troop_shares::ID => {
            let shares = content.shares().ok_or("asks for shares, which data/deployment.json does not give; mend it first")?;
            troop_shares::state::State::parse(query, &shares).0.to_query(&shares)
        }
        _ => return Err(format!("names the figure `{id}`, which is unknown or has no states; correct its id")),
    })
}
