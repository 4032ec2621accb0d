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

use super::{
    drawn::Drawn,
    still::{Body, Still},
};
use crate::content::{
    Content, inline,
    scene::{Stage, Step},
};
use days::Days;
use ground::Ground;
use layout::LAYOUTS;
use states::{NAMES, STATES};

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn { id: "fourteen-days", states: &NAMES, still };

fn still(content: &Content, step: &Step) -> Result<Still, String> {
    let title = inline::plain(content, &step.title);
    if title.is_empty() {
        return Err(format!("has no title for the stage of “{}”; add a line `title:` after `stage:`", step.heading));
    }
    let known = |name: &str| NAMES.iter().position(|known| *known == name);
    let state = match &step.stage {
        Stage::Own(name) => known(name),
        Stage::Figure { .. } => None,
    };
    let state = state.ok_or_else(|| format!("has the stage {:?}, which is not drawn; correct it or draw it", step.stage))?;
    let dead = notes::dead(content)?;
    let sentence: Vec<String> = STATES[state].facts.iter().map(|fact| content.statement(fact)).chain([dead.join(" ") + "."]).collect();
    Ok(Still { title, sentence: sentence.join(" "), body: Body::Drawing(svg(content, state, &dead)?) })
}

/// The drawing of a state in every layout.
fn svg(content: &Content, state: usize, dead: &[String; 2]) -> Result<String, String> {
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
            "<svg class=\"{}\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"xMidYMin\" aria-hidden=\"true\" focusable=\"false\">",
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
