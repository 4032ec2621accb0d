//! The stage of the scene "who came": dots by sender and by how their number is known, bars, and Russia's share over all
//! published numbers. Each still is drawn by the figure whose state it shows.

use leptos::prelude::*;

use super::{
    cites::Cited,
    finding,
    still::{Body, Drawn, Opens, Still},
};
use crate::{
    chart::{
        painter::{Align, TextLook},
        token::Token,
        wrap::wrap,
    },
    content::{
        Content,
        error::Diagnostic,
        inline,
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
    text::words::rounded,
};

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn { id: dots_stage::SCENE, states: &[GUARDED, COMBINATIONS], still, in_app: Some(in_app) };

/// What the force guarded.
const GUARDED: &str = "guarded";

/// Russia's share over all combinations of published numbers.
const COMBINATIONS: &str = "combinations";

/// The height of a line of a key under a drawing, in CSS pixels.
const LINE: f64 = 18.0;

/// The width of a character of the key, in CSS pixels. Nothing is measured, so lines are broken early.
const LETTER: f64 = 6.6;

/// How the key is written.
const KEY: TextLook = TextLook { token: Token::Text2, size: 13.0, bold: false, align: Align::Start };

/// The names of places that were guarded, as far as they are known.
const PLACES: [&str; 5] = ["guarded_water", "guarded_bread", "guarded_power_1", "guarded_power_2", "guarded_airfield"];

fn still(content: &Content, step: &Step) -> Result<Still, Diagnostic> {
    // What is no state of a figure is still a part of one.
    let ((sentence, body), figure) = match &step.stage {
        Stage::Own(name) if name == GUARDED => (guarded(content)?, troop_dots::ID),
        Stage::Own(name) if name == COMBINATIONS => (all_combinations(content)?, troop_shares::ID),
        stage => {
            return Err(Diagnostic::unplaced(
                format!("has the stage {stage:?}, which is not drawn"),
                "correct it or draw it in src/walk/who_came.rs",
            ));
        }
    };
    Ok(Still { title: finding::of(content, step)?, sentence, body, opens: Some(Opens::begun(figure)) })
}

/// The whole force, and the places that it guarded.
fn guarded(content: &Content) -> Result<(String, Body), Diagnostic> {
    let dots = dots_on_stage(content)?;
    let svg = dots_svg(&dots, Dots::All)?;
    let some = inline::plain(content, content.label("guarded_some"));
    let places = PLACES.map(|place| content.label(place).to_owned());
    let sentence = [&*step_text(content, &dots, Dots::All), " ", &some, " ", &places.join(", "), "."].concat();
    let places = places.map(|place| view! { <li>{place}</li> }).into_iter().collect_view();
    let html = view! { <div class="guarded"><div class="force" inner_html=svg></div><p>{some}</p><ul>{places}</ul></div> };
    Ok((sentence, Body::Html(html.into_any())))
}

/// What the stage shows as dots.
fn dots_on_stage(content: &Content) -> Result<DotsContent, Diagnostic> {
    let mut dots = dots_content(content)?;
    dots.data.is_on_stage = true;
    Ok(dots)
}

/// The dots in the state of their `query`, for any scene.
pub(super) fn of_dots(content: &Content, query: &str) -> Result<(String, Body), Diagnostic> {
    let step = Dots::parse(query).0;
    let dots = dots_on_stage(content)?;
    Ok((step_text(content, &dots, step), Body::Drawing(dots_svg(&dots, step)?)))
}

/// What the app needs to let the dots move from step to step.
fn in_app(content: &Content, scene: &WalkScene, _: Cited<'_>) -> Result<String, Diagnostic> {
    let steps: Vec<Option<Dots>> = scene.steps.iter().map(|step| dots_of(&step.stage)).collect();
    let mut data = dots_on_stage(content)?.data;
    for (step, groups) in Dots::ALL.into_iter().zip(&mut data.steps) {
        if !steps.contains(&Some(step)) {
            groups.clear();
        }
    }
    let steps = steps.into_iter().map(|step| step.map_or("", Dots::id).to_owned()).collect();
    payload::write(&dots_stage::Payload { data, steps, widths: frame::STAGE_WIDTHS.map(|(width, _)| width) })
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

fn dots_svg(dots: &DotsContent, step: Dots) -> Result<String, Diagnostic> {
    let data = &dots.data;
    frame::stage_drawings(
        troop_dots::ID,
        |width| layout::height_of(data, step, width),
        |painter, size| dots::draw(painter, size, data, Scene::at(step)),
    )
}

/// The bars in the state of their `query`, for any scene.
pub(super) fn of_bars(content: &Content, query: &str) -> Result<(String, Body), Diagnostic> {
    let data = shares(content)?;
    let state = State::parse(query, &data.deployment).0;
    let rows = u32::try_from(data.bars(&state).len()).unwrap_or(0);
    let above = |width| f64::from(rows * if width < bars::NARROW { 49 } else { 88 }) + bars::AXIS;
    let key = |width: f64| wrap(data.words.get("stage_bars"), usize::try_from(rounded(width / LETTER)).unwrap_or(1));
    let height = |width| rounded(above(width) + key(width).iter().map(|_| LINE).sum::<f64>() + LINE / 2.0);
    let svg = frame::stage_drawings(troop_shares::ID, height, |painter, size| {
        bars::draw(painter, (size.0, above(size.0)), &data, &state)?;
        let mut middle = above(size.0) + LINE;
        for line in key(size.0) {
            painter.text(&line, (0.0, middle), KEY)?;
            middle += LINE;
        }
        Ok(())
    })?;
    Ok((data.sentence(&state), Body::Drawing(svg)))
}

fn all_combinations(content: &Content) -> Result<(String, Body), Diagnostic> {
    let data = shares(content)?;
    let state = State::default_of(&data.deployment);
    let rows = data.line.rows.len();
    // On the wide stage higher than in the figure, for it has the room.
    let above = |width| f64::from(combinations::height(width, rows)) * if width < bars::NARROW { 1.0 } else { 1.75 };
    let height = |width| rounded(above(width) + 1.5 * LINE);
    let svg = frame::stage_drawings(troop_shares::ID, height, |painter, size| {
        combinations::draw(painter, (size.0, above(size.0)), &data, &state, None)?;
        combinations::key(painter, size.0, above(size.0) + LINE, &data)
    })?;
    let named = Named { deployment: &data.deployment, names: &data.names, set_names: &data.set_names, words: &data.words };
    let [sentence, _] = named.range_sentences();
    Ok((inline::plain(content, &sentence), Body::Drawing(svg)))
}

fn shares(content: &Content) -> Result<ShareData, Diagnostic> {
    view::data(content)
        .ok_or_else(|| Diagnostic::unplaced("shows shares, for which a number or words are missing", "see data/deployment.json"))
}
