//! The figure as prerendered HTML: both wordings stand there, and the switch that the interactive figure uses.

use leptos::prelude::*;

use super::{
    ID,
    articles::{self, DAYS},
    comparison,
    mount::Payload,
    state::{self, VALUES},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    text::words::Words,
    ui::{
        one_choice::{ChoiceControls, Chosen, OneChoice},
        sentence::Sentence,
    },
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// Says which words are missing or which reference cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let words = frame::words(content, ID)?;
    let sentences = sentences(content, &words)?;
    let labels = VALUES.map(|value| words.get(&format!("control_{value}")).to_owned());
    let legend = words.get("control_legend").to_owned();
    let choice = OneChoice { choice: state::choice(), legend, labels: labels.into(), sentences };
    let ids = content.articles.iter().map(|article| article.id.clone()).collect();
    let payload = Payload { choice, articles: ids };
    let written = payload::write(&payload)?;
    let chosen = Chosen::new(frame::prerendered(content, ID), payload.choice);
    let (removed, added) = (content.label("articles_key_removed").to_owned(), content.label("articles_key_added").to_owned());
    let articles = articles::view(content, notes)?;
    let body = view! {
        <Sentence of=Box::new(move || chosen.sentence())/>
        <ChoiceControls chosen/>
        <p class="articles-key"><del>{removed}</del>" · "<ins>{added}</ins></p>
        {articles}
    };
    let parts = FigureParts {
        id: ID,
        words: &words,
        body: body.into_any(),
        tables: comparison::view(content, notes)?,
        payload: Some(written),
        picture: Picture::None,
    };
    frame::view(parts, content, notes)
}

/// What each wording says of itself, in the order of [`VALUES`].
///
/// # Errors
/// Says which date is missing.
pub(super) fn sentences(content: &Content, words: &Words) -> Result<Vec<String>, Diagnostic> {
    let [first, since] = DAYS.map(|fact| articles::day(content, fact));
    let days = [("first", &*first?), ("since", &*since?)];
    Ok(VALUES.map(|value| words.fill(&format!("sentence_{value}"), &days)).into())
}
