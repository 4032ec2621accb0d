//! The stage of the scene "what it changes": three questions that get a second clause, what the essay expects beside
//! Kazakhstan's example, then the cases by how they fit the words of article 4.

pub(super) mod field;
mod fit;
mod questions;

use super::{
    finding,
    still::{Body, Drawn, Still},
};
use crate::content::{
    Content,
    error::Diagnostic,
    scene::{Stage, Step},
};

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn { id: "what-it-changes", states: &[BEFORE, NOW, FOREIGN], still, in_app: None };

/// What plotters, officers and crowds asked.
const BEFORE: &str = "before";

/// What they ask now, as the essay argues.
const NOW: &str = "now";

/// Trouble at home that is called foreign.
const FOREIGN: &str = "foreign";

fn still(content: &Content, step: &Step) -> Result<Still, Diagnostic> {
    let title = finding::of(content, step)?;
    let (sentence, html) = match &step.stage {
        Stage::Own(name) if name == BEFORE => questions::asked(content, false),
        Stage::Own(name) if name == NOW => questions::asked(content, true),
        Stage::Own(name) if name == FOREIGN => questions::made_foreign(content),
        stage => {
            return Err(Diagnostic::unplaced(
                format!("has the stage {stage:?}, which is not drawn"),
                "correct it or draw it in src/walk/what_it_changes",
            ));
        }
    };
    Ok(Still { title, sentence, body: Body::Html(html), opens: None })
}
