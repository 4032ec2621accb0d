//! The figure as built HTML: both wordings stand there, and the switch that the living figure uses.

use leptos::prelude::*;

use super::{
    ID,
    articles::{self, DAYS},
    comparison,
    state::{self, VALUES},
};
use crate::{
    content::{Content, markdown::Notes},
    figures::frame::{self, FigureParts, Picture},
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// Says which words are missing or which reference cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let words = frame::words(content, ID)?;
    let [first, since] = DAYS.map(|fact| articles::day(content, fact));
    let days = [("first", &*first?), ("since", &*since?)];
    let choice = state::choice();
    let sentences = VALUES.map(|value| words.fill(&format!("sentence_{value}"), &days));
    let labels = VALUES.map(|value| words.get(&format!("control_{value}")).to_owned());
    let sentence = sentences.get(choice.usual).cloned();
    let (removed, added) = (content.label("articles_key_removed").to_owned(), content.label("articles_key_added").to_owned());
    let articles = articles::view(content, notes)?;
    let body = view! {
        <p class="fig-sentence" data-part="sentence">{sentence}</p>
        {choice.radios(words.get("control_legend"), labels.into())}
        <p class="articles-key"><del>{removed}</del>" · "<ins>{added}</ins></p>
        {articles}
    };
    // So that no text in it can end the script element.
    let json = Some(serde_json::json!(sentences).to_string().replace('<', "\\u003c"));
    let parts = FigureParts {
        id: ID,
        words: &words,
        body: body.into_any(),
        tables: comparison::view(content, notes)?,
        json,
        picture: Picture::None,
    };
    frame::view(parts, content, notes)
}
