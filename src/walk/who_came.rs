//! The stage of the scene "who came": dots by sender and by how their number is known, bars, and Russia's share over all
//! published numbers. Each still is drawn by the figure whose state it shows.

use leptos::prelude::*;

use super::{
    finding,
    still::{Body, Drawn, Still},
};
use crate::{
    content::{
        Content, inline,
        scene::{Scene as WalkScene, Stage, Step},
    },
    figures::{
        frame, payload,
        troop_dots::{
            self,
            dots::{self, Scene},
            entries::{DotsContent, dots_content},
            layout, stage as dots_stage,
            state::Step as Dots,
        },
        troop_shares::{self, bars, combinations, combine::Named, data::ShareData, state::State, view},
    },
};

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn { id: dots_stage::SCENE, states: &[GUARDED, COMBINATIONS], still, in_app: Some(in_app) };

/// What the force guarded.
const GUARDED: &str = "guarded";

/// Russia's share over all combinations of published numbers.
const COMBINATIONS: &str = "combinations";

/// The widths in which bars are built for the stage, which shows them larger.
const ON_STAGE: [(u32, &str); 2] = [(312, "narrow"), (540, "wide")];

/// The places that were guarded, by the states whose soldiers stood there.
const PLACES: [&str; 4] = ["kz-2022-guard-armenia", "kz-2022-guard-kyrgyzstan", "kz-2022-guard-tajikistan", "kz-2022-guard-belarus"];

fn still(content: &Content, step: &Step) -> Result<Still, String> {
    let title = finding::of(content, step)?;
    let (sentence, body) = match &step.stage {
        Stage::Own(name) if name == GUARDED => guarded(content)?,
        Stage::Own(name) if name == COMBINATIONS => all_combinations(content)?,
        Stage::Figure { id, query } if id == troop_dots::ID => of_dots(content, Dots::parse(query).0)?,
        Stage::Figure { id, query } if id == troop_shares::ID => of_bars(content, query)?,
        stage => return Err(format!("has the stage {stage:?}, which is not drawn; correct it or draw it in src/walk/who_came.rs")),
    };
    Ok(Still { title, sentence, body })
}

/// The whole force, and the places that it guarded.
fn guarded(content: &Content) -> Result<(String, Body), String> {
    let dots = dots_content(content)?;
    let svg = dots_svg(&dots, Dots::All)?;
    let places: Vec<String> = PLACES.iter().map(|fact| content.statement(fact)).collect();
    let sentence = [&[step_text(content, &dots, Dots::All)], &places[..]].concat().join(" ");
    let places: Vec<_> = places.into_iter().map(|place| view! { <li>{place}</li> }).collect();
    let html = view! { <div class="guarded"><div class="force" inner_html=svg></div><ul>{places}</ul></div> };
    Ok((sentence, Body::Html(html.into_any())))
}

fn of_dots(content: &Content, step: Dots) -> Result<(String, Body), String> {
    let dots = dots_content(content)?;
    Ok((step_text(content, &dots, step), Body::Drawing(dots_svg(&dots, step)?)))
}

/// What the app needs to let the dots move from step to step.
fn in_app(content: &Content, scene: &WalkScene) -> Result<String, String> {
    let steps: Vec<Option<Dots>> = scene.steps.iter().map(|step| dots_of(&step.stage)).collect();
    let mut data = dots_content(content)?.data;
    for (step, groups) in Dots::ALL.into_iter().zip(&mut data.steps) {
        if !steps.contains(&Some(step)) {
            groups.clear();
        }
    }
    let steps = steps.into_iter().map(|step| step.map_or("", Dots::id).to_owned()).collect();
    payload::write(&dots_stage::Payload { data, steps, widths: frame::WIDTHS.map(|(width, _)| width) })
}

/// The step of the dots that a state of the stage shows.
fn dots_of(stage: &Stage) -> Option<Dots> {
    match stage {
        Stage::Figure { id, query } if id == troop_dots::ID => Some(Dots::parse(query).0),
        _ => None,
    }
}

/// What the figure says of its step.
fn step_text(content: &Content, dots: &DotsContent, step: Dots) -> String {
    inline::plain(content, dots.words.get(&["step_", step.id(), "_text"].concat()))
}

fn dots_svg(dots: &DotsContent, step: Dots) -> Result<String, String> {
    let data = &dots.data;
    frame::drawings(
        troop_dots::ID,
        |width| layout::height_of(data, step, width),
        |painter, size| dots::draw(painter, size, data, Scene::at(step)),
    )
}

fn of_bars(content: &Content, query: &str) -> Result<(String, Body), String> {
    let data = shares(content)?;
    let state = State::parse(query, &data.deployment).0;
    let rows = u32::try_from(data.bars(&state).len()).unwrap_or(0);
    let height = |width| rows * if width < bars::NARROW { 64 } else { 66 };
    let svg = frame::drawings_at(ON_STAGE, troop_shares::ID, height, |painter, size| bars::draw(painter, size, &data, &state))?;
    Ok((data.sentence(&state), Body::Drawing(svg)))
}

fn all_combinations(content: &Content) -> Result<(String, Body), String> {
    let data = shares(content)?;
    let state = State::default_of(&data.deployment);
    // Half as high again as in the figure, for the stage has the room.
    let height = |width| combinations::height(width, data.line.rows.len()) * 3 / 2;
    let svg =
        frame::drawings_at(ON_STAGE, troop_shares::ID, height, |painter, size| combinations::draw(painter, size, &data, &state, None))?;
    let named = Named { deployment: &data.deployment, names: &data.names, set_names: &data.set_names, words: &data.words };
    let [sentence, _] = named.range_sentences();
    Ok((inline::plain(content, &sentence), Body::Drawing(svg)))
}

fn shares(content: &Content) -> Result<ShareData, String> {
    view::data(content).ok_or_else(|| "shows shares, for which a number or words are missing; see data/deployment.json".to_owned())
}
