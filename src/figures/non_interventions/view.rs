//! The figure as built HTML: the filter, the sentence for the choice, and the ledger in its short form.

use leptos::prelude::*;

use super::{
    ID,
    state::{self, VALUES},
};
use crate::{
    content::{
        Content,
        ledger::{Appeal, Group, tally},
        markdown::Notes,
    },
    figures::frame::{self, FigureParts, Picture},
    model::article_4::Answer,
    text::words::Words,
    ui::ledger,
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the content lacks.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let words = frame::words(content, ID)?;
    let sentences = VALUES.map(|value| sentence(content, &words, value));
    let choice = state::choice();
    let labels = VALUES.map(|value| words.get(&format!("choice_{value}")).to_owned());
    let usual = sentences.get(choice.usual).cloned();
    let body = view! {
        {choice.radios(words.get("legend"), labels.into())}
        <p class="fig-sentence" data-part="sentence">{usual}</p>
        {ledger::short(content, notes, &format!("{ID}-title"))?}
        {ledger::link_to_whole(content)}
    };
    // So that no text in it can end the script element.
    let json = serde_json::json!(sentences).to_string().replace('<', "\\u003c");
    let parts =
        FigureParts { id: ID, words: &words, body: body.into_any(), tables: ().into_any(), json: Some(json), picture: Picture::None };
    frame::view(parts, content, notes)
}

/// The counts of the ledger by name, for the title and the sentences: how many rows of each group there are, and of how many
/// with an appeal for soldiers it is disputed that the alliance was asked.
pub(crate) fn counts(content: &Content) -> [(&'static str, String); 7] {
    let number = |n: usize| content.small_number(n);
    let (soldiers, came) = tally(&content.ledger, Group::Soldiers);
    let asked = |answer: Answer| content.ledger.iter().filter(|row: &&Appeal| row.alliance.answer == answer).count();
    [
        ("rows", number(content.ledger.len())),
        ("soldiers", number(soldiers)),
        ("came", number(came)),
        ("help", number(tally(&content.ledger, Group::Help).0)),
        ("not_asked", number(tally(&content.ledger, Group::NotAsked).0)),
        ("yes", number(asked(Answer::Yes))),
        ("disputed", number(asked(Answer::Disputed))),
    ]
}

/// What the filter `value` shows, in numbers.
fn sentence(content: &Content, words: &Words, value: &str) -> String {
    let counts = counts(content);
    words.fill(&format!("sentence_{value}"), &counts.each_ref().map(|(name, count)| (*name, count.as_str())))
}
