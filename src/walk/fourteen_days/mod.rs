//! The stage of the scene "fourteen days": Kazakhstan, the dead as text under it, and a strip of the days.
//!
//! Ground and strip are drawn once, as shapes with ids in the still of the first state, and each still uses them.

mod days;
mod ground;
mod layout;
mod marks;
mod notes;
mod places;
mod states;
mod words;

use super::{
    finding,
    still::{Body, Drawn, Still},
};
use crate::content::{
    Content,
    error::Diagnostic,
    scene::{Stage, Step},
};
use days::Days;
use ground::Ground;
use layout::LAYOUTS;
use states::{NAMES, STATES};

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn { id: "fourteen-days", states: NAMES, still, in_app: None };

fn still(content: &Content, step: &Step) -> Result<Still, Diagnostic> {
    let title = finding::of(content, step)?;
    let known = |name: &str| NAMES.iter().position(|known| *known == name);
    let state = match &step.stage {
        Stage::Own(name) => known(name),
        Stage::Figure { .. } => None,
    };
    let state = state
        .ok_or_else(|| Diagnostic::unplaced(format!("has the stage {:?}, which is not drawn", step.stage), "correct it or draw it"))?;
    let dead = notes::dead(content)?;
    let sentence: Vec<String> = STATES[state].facts.iter().map(|fact| content.statement(fact)).chain([dead.join(" ") + "."]).collect();
    Ok(Still { title, sentence: sentence.join(" "), body: Body::Drawing(svg(content, state, &dead)?), opens: None })
}

/// The drawing of a state in every layout.
fn svg(content: &Content, state: usize, dead: &[String; 2]) -> Result<String, Diagnostic> {
    let ground = Ground::new(content)?;
    let days = Days::new(content)?;
    let mut out = String::new();
    if state == 0 {
        let strips: String = LAYOUTS.iter().map(|layout| days.shape(layout)).collect();
        out += &["<svg class=\"shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\">", &ground.shape(), &strips, "</svg>"].concat();
    }
    for layout in &LAYOUTS {
        let (width, height) = layout.size;
        out += &format!(
            "<svg class=\"{}\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"xMinYMin\" aria-hidden=\"true\" focusable=\"false\">",
            layout.class
        );
        out += &ground.used(layout);
        out += &places::svg(content, layout, &ground, &days, state)?;
        out += &notes::svg(content, layout, &days, state)?;
        out += &notes::dead_svg(layout, dead);
        out += &days.svg(layout, state)?;
        out += "</svg>";
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::fixture::content;

    fn drawn(content: &Content) -> Vec<String> {
        let scene = content.scenes.iter().find(|scene| scene.id == DRAWN.id).expect("the scene");
        let body = |step| match still(content, step).expect("draws").body {
            Body::Drawing(svg) => svg,
            _ => String::new(),
        };
        scene.steps.iter().map(body).collect()
    }

    #[test]
    fn the_steps_show_all_states_in_their_order() {
        let content = content();
        let scene = content.scenes.iter().find(|scene| scene.id == DRAWN.id).expect("the scene");
        let stages: Vec<_> = scene.steps.iter().map(|step| step.stage.clone()).collect();
        assert_eq!(stages, NAMES.iter().map(|name| Stage::Own((*name).to_owned())).collect::<Vec<_>>());
    }

    #[test]
    fn shapes_are_drawn_once_and_used_everywhere() {
        let stills = drawn(&content());
        let symbols: Vec<_> = stills.iter().map(|svg| svg.matches("<symbol").count()).collect();
        assert_eq!(symbols, [1, 0, 0, 0, 0]);
        for svg in &stills {
            for id in ["ground\"", "narrow\"", "wide\""] {
                assert!(svg.contains(&["href=\"#fourteen-days-", id].concat()), "{id}: {svg}");
            }
        }
        for id in ["ground", "narrow", "wide"] {
            assert_eq!(stills[0].matches(&format!(" id=\"fourteen-days-{id}\"")).count(), 1);
        }
    }

    #[test]
    fn soldiers_come_with_the_morning_and_only_claims_are_hollow() {
        let stills = drawn(&content());
        let count = |class: &str| stills.iter().map(|svg| svg.matches(&format!("class=\"{class}\"")).count() / 2).collect::<Vec<_>>();
        assert_eq!(count("night"), [0, 1, 1, 1, 1]);
        assert_eq!(count("present"), [0, 0, 1, 1, 1]);
        assert_eq!(count("claim"), [0, 0, 0, 1, 1]);
        // The numbers of the days that a state describes: three, then one each.
        assert_eq!(count("on"), [3, 1, 1, 1, 1]);
    }

    #[test]
    fn the_dead_are_words_and_stand_still() {
        let content = content();
        let dead = dead_lines(&content);
        assert!(dead.iter().all(|lines| lines == &dead[0]), "{dead:?}");
        let total = content.value_bare(&content.facts["kz-2022-dead-238"]).expect("the number");
        assert!(dead[0].iter().any(|line| line.contains(&total)), "{dead:?}");
    }

    /// The texts of the dead with their places, of each still.
    fn dead_lines(content: &Content) -> Vec<Vec<String>> {
        let [first, second] = notes::dead(content).expect("the words");
        let of = |svg: &String| {
            let texts = svg.split("<text").map(str::to_owned);
            texts
                .filter(|text| text.contains(&first) || text.contains(&second))
                .map(|text| text.split("</text>").next().unwrap_or_default().to_owned())
                .collect()
        };
        drawn(content).iter().map(of).collect()
    }

    #[test]
    fn the_whole_border_is_one_ring_inside_the_ground() {
        let content = content();
        let rings = Ground::new(&content).expect("the map").outline();
        assert_eq!(rings.len(), 1);
        let inside = |p: &(f64, f64)| p.0 > 0.0 && p.1 > 0.0 && p.0 < ground::VIEW.size.0 && p.1 < ground::VIEW.size.1;
        assert!(rings[0].iter().all(inside), "{rings:?}");
    }
}
