//! The stage that the scenes "stayed home" and "since then" share: the ledger, which fills from step to step, beside maps
//! of where its crises were.

mod details;
mod map;
mod rows;
mod state;

use super::{
    cites::Cited,
    finding,
    still::{Body, Opens, Still},
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        inline,
        ledger::Appeal,
        scene::{Scene, Stage, Step},
    },
    figures::{non_interventions::stage::Payload, payload},
};
use leptos::prelude::*;

pub(super) use rows::key;
pub(super) use state::{Record, State, Tells, names};

impl Record {
    /// The still of `step`.
    ///
    /// # Errors
    /// Says what the step, the ledger or the map lacks.
    pub(super) fn still(&self, content: &Content, step: &Step) -> Result<Still, Diagnostic> {
        let state = self.state(step)?;
        let tells = &self.states[state];
        let title = step.title.replace("{told}", &content.small_number(tells.told.len()));
        let title = finding::filled(content, step, &title)?;
        let shown = self.shown(content, state)?;
        let map = map::panels(content, &shown, tells, self.has_map && state == 0)?;
        let list = rows::list(content, &self.shown(content, self.states.len())?, &shown, tells)?;
        let html = [map, list, rows::key(content)].concat();
        let body = view! { <div class="record-box"><div class="record" inner_html=html></div></div> };
        let opens = tells.told.first().map(|row| Opens::row(row));
        Ok(Still { title, sentence: sentence(content, &shown, tells)?, body: Body::Html(body.into_any()), opens })
    }

    /// The index of the state that `step` shows.
    ///
    /// # Errors
    /// Names the one that there is not.
    fn state(&self, step: &Step) -> Result<usize, Diagnostic> {
        let Stage::Own(name) = &step.stage else {
            return Err(Diagnostic::unplaced(format!("has the stage {:?}, which is not drawn", step.stage), "write the name of a state"));
        };
        let state = self.states.iter().position(|state| state.name == name);
        state
            .ok_or_else(|| Diagnostic::unplaced(format!("has the stage `{name}`, which is not drawn"), "add it to the states of its scene"))
    }

    /// What the app needs to let readers open rows, as a payload.
    ///
    /// # Errors
    /// Says what a step or the ledger lacks.
    pub(super) fn in_app(&self, content: &Content, scene: &Scene, cited: Cited<'_>) -> Result<String, Diagnostic> {
        let all = self.shown(content, self.states.len())?;
        let rows = all.iter().map(|appeal| details::row(content, appeal, cited)).collect::<Result<_, _>>()?;
        let index = |appeal: &&Appeal| all.iter().position(|row| row.id == appeal.id).and_then(|index| u8::try_from(index).ok());
        let step = |step: &Step| match step.stage {
            // A figure stands there without the ledger.
            Stage::Figure { .. } => Ok(Vec::new()),
            Stage::Own(_) => Ok(self.shown(content, self.state(step)?)?.iter().filter_map(index).collect()),
        };
        let steps = scene.steps.iter().map(step).collect::<Result<_, Diagnostic>>()?;
        payload::write(&Payload { rows, steps, close: content.label("close").to_owned() })
    }

    /// The rows that the ledger has in a state, in the order of time.
    pub(super) fn shown<'a>(&self, content: &'a Content, state: usize) -> Result<Vec<&'a Appeal>, Diagnostic> {
        let ids: Vec<&str> = self.rows(state).collect();
        let unknown = ids.iter().find(|id| content.ledger.iter().all(|appeal| appeal.id != **id));
        if let Some(id) = unknown {
            return Err(Diagnostic::unplaced(
                format!("shows `{id}`, which is no row of data/ledger.json"),
                "correct the states of its scene",
            ));
        }
        Ok(content.ledger.iter().filter(|appeal| ids.contains(&appeal.id.as_str())).collect())
    }
}

/// How many rows there are, then those that the step describes.
fn sentence(content: &Content, shown: &[&Appeal], state: &State) -> Result<String, Diagnostic> {
    let mut sentences = vec![content.label_with("record_shows", &[("crises", &content.counted("crises", shown.len()))])];
    for appeal in shown.iter().filter(|appeal| state.is_told(&appeal.id)) {
        let title = inline::plain(content, &content.ledger_text(appeal)?.title);
        let lines = rows::lines(content, appeal, state)?;
        let lines: Vec<String> = lines.iter().map(|(label, text)| [label, " ", text].concat()).collect();
        sentences.push(format!("{}, {title}: {}.", rows::when(content, &appeal.date), lines.join("; ")));
    }
    Ok(sentences.join(" "))
}
