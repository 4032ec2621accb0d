//! The figure as built HTML: the filter, the sentence for the choice, and the ledger in its short form.

use leptos::prelude::*;

use super::{
    ID,
    state::{self, VALUES},
};
use crate::{
    content::{book::Book, ledger::Asked, markdown::Notes},
    figures::{
        frame::{self, Parts, Picture},
        words::Words,
    },
    page::ledger,
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
    };
    // So that no text in it can end the script element.
    let json = serde_json::json!(sentences).to_string().replace('<', "\\u003c");
    let parts = Parts { id: ID, words: &words, body: body.into_any(), tables: ().into_any(), json: Some(json), picture: Picture::None };
    frame::view(parts, book, notes)
}

/// What the filter `value` shows, in numbers.
fn sentence(book: &Book, words: &Words, value: &str) -> String {
    let count = |n: usize| if n == 0 { words.get("none").to_owned() } else { book.small_number(n) };
    let of = |asked: Asked| count(book.ledger.iter().filter(|a| a.asked == asked).count());
    let soldiers = book.ledger.iter().filter(|a| a.soldiers_came && state::shows(value, a.asked.id())).count();
    words.fill(
        &format!("sentence_{value}"),
        &[
            ("rows", &count(book.ledger.len())),
            ("yes", &of(Asked::Yes)),
            ("no", &of(Asked::No)),
            ("disputed", &of(Asked::Disputed)),
            ("soldiers", &count(soldiers)),
        ],
    )
}
