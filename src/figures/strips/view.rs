//! The built form: drawing, sentence, note and the choice.

use leptos::prelude::*;

use super::{chart::Chart, draw, payload};
use crate::{
    content::{Content, markdown::Notes},
    figures::frame::{self, FigureParts, Picture},
    state::choice::Choice,
    text::words::Words,
};

/// A figure of strips. Its words are those of the frame with `keys`, which says how keys move between marks,
/// `control` and a `control_…` for each value of the choice.
pub(crate) struct Strips<'a> {
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
pub(crate) fn view(strips: Strips<'_>, content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let Strips { id, words, chart, choice, note, tables } = strips;
    let svg = frame::drawings(id, |width| draw::height(width, chart), |p, size| draw::draw(p, size, chart, 0))?;
    let labels = choice.values.iter().map(|value| words.get(&format!("control_{value}")).to_owned()).collect();
    let body = view! {
        {frame::plot("plot", svg, words.get("keys"))}
        <p class="fig-sentence" data-part="sentence">{chart.sentences.first().cloned().unwrap_or_default()}</p>
        {note.map(|note| view! { <p class="fig-note">{note.to_owned()}</p> })}
        {choice.radios(words.get("control"), labels)}
        {frame::tones(content)}
    };
    let json = Some(payload::to_json(chart));
    frame::view(FigureParts { id, words, body: body.into_any(), tables, json, picture: Picture::Living }, content, notes)
}
