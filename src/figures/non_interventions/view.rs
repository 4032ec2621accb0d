//! The figure as built HTML: the filter, the sentence for the choice, and the ledger in its short form.

use leptos::prelude::*;

use super::{
    ID,
    state::{self, VALUES},
};
use crate::{
    content::{
        book::Book,
        ledger::{Appeal, Group, tally},
        markdown::Notes,
    },
    figures::{
        frame::{self, Parts, Picture},
        words::Words,
    },
    model::article_4::Answer,
    page::{ledger, whole_ledger},
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the content lacks.
pub fn view(book: &Book, notes: &mut Notes) -> Result<AnyView, String> {
    let words = frame::words(book, ID)?;
    let sentences = VALUES.map(|value| sentence(book, &words, value));
    let choice = state::choice();
    let labels = VALUES.map(|value| words.get(&format!("choice_{value}")).to_owned());
    let usual = sentences.get(choice.usual).cloned();
    let body = view! {
        {choice.radios(words.get("legend"), labels.into())}
        <p class="fig-sentence" data-part="sentence">{usual}</p>
        {ledger::short(book, notes, &format!("{ID}-title"))?}
        {whole_ledger::link(book)}
    };
    // So that no text in it can end the script element.
    let json = serde_json::json!(sentences).to_string().replace('<', "\\u003c");
    let parts = Parts { id: ID, words: &words, body: body.into_any(), tables: ().into_any(), json: Some(json), picture: Picture::None };
    frame::view(parts, book, notes)
}

/// The counts of the ledger by name, for the title and the sentences: how many rows of each group there are, and of how many
/// with an appeal for soldiers it is disputed that the alliance was asked.
pub fn counts(book: &Book) -> [(&'static str, String); 7] {
    let number = |n: usize| book.small_number(n);
    let (soldiers, came) = tally(&book.ledger, Group::Soldiers);
    let asked = |answer: Answer| book.ledger.iter().filter(|row: &&Appeal| row.alliance.answer == answer).count();
    [
        ("rows", number(book.ledger.len())),
        ("soldiers", number(soldiers)),
        ("came", number(came)),
        ("help", number(tally(&book.ledger, Group::Help).0)),
        ("not_asked", number(tally(&book.ledger, Group::NotAsked).0)),
        ("yes", number(asked(Answer::Yes))),
        ("disputed", number(asked(Answer::Disputed))),
    ]
}

/// What the filter `value` shows, in numbers.
fn sentence(book: &Book, words: &Words, value: &str) -> String {
    let counts = counts(book);
    words.fill(&format!("sentence_{value}"), &counts.each_ref().map(|(name, count)| (*name, count.as_str())))
}
