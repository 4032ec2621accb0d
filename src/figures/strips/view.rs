//! The built form: drawing, sentence, note and the choice.

use leptos::prelude::*;

use super::{chart::Chart, draw, mount::Payload};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    model::choice::Choice,
    text::words::Words,
    ui::{
        one_choice::{ChoiceControls, Chosen, OneChoice},
        plot::Plot,
        sentence::Sentence,
    },
};

/// A figure of strips. Its words are those of the frame with `keys`, which says how keys move between marks,
/// `control` and a `control_…` for each value of the choice.
pub struct Strips<'a> {
    /// Its id.
    pub id: &'static str,
    /// Its words.
    pub words: &'a Words,
    /// What it shows.
    pub chart: &'a Chart,
    /// What a reader can choose.
    pub choice: Choice,
    /// What must be said beside the sentence.
    pub note: Option<&'a str>,
    /// Its tables.
    pub tables: AnyView,
}

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(strips: Strips<'_>, content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let Strips { id, words, chart, choice, note, tables } = strips;
    let svg = frame::drawings(id, |width| draw::height(width, chart), |p, size| draw::draw(p, size, chart, 0))?;
    let labels = choice.values.iter().map(|value| words.get(&format!("control_{value}")).to_owned()).collect();
    let choice = OneChoice { choice, legend: words.get("control").to_owned(), labels, sentences: chart.sentences.clone() };
    let payload = Some(payload::write(&Payload { chart: Chart { sentences: Vec::new(), ..chart.clone() }, choice: choice.clone() })?);
    let figure = frame::prerendered(content, id);
    let chosen = Chosen::new(figure, choice);
    let body = view! {
        <Plot part="plot" svg keys=words.get("keys").to_owned()/>
        <Sentence of=Box::new(move || chosen.sentence())/>
        {note.map(|note| view! { <p class="fig-note">{note.to_owned()}</p> })}
        <ChoiceControls chosen/>
        {frame::tones(content, figure)}
    };
    frame::view(FigureParts { id, words, body: body.into_any(), tables, payload, picture: Picture::Interactive }, content, notes)
}
