//! The figure as prerendered HTML: the filter, the sentence for the choice, and the ledger in its short form.

use leptos::prelude::*;

use super::{
    ID,
    filter::{self, Payload},
    state::{self, VALUES},
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        ledger::{Appeal, Group, tally},
        markdown::Notes,
    },
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    model::article_4::Answer,
    text::words::Words,
    ui::{
        ledger::{self, Short},
        ledger_row::RowKind,
        one_choice::{ChoiceControls, Chosen, OneChoice},
        sentence::Sentence,
    },
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the content lacks.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let words = frame::words(content, ID)?;
    let choice = OneChoice {
        choice: state::choice(),
        legend: words.get("legend").to_owned(),
        labels: VALUES.map(|value| words.get(&format!("choice_{value}")).to_owned()).into(),
        sentences: sentences(content, &words),
    };
    let chosen = Chosen::new(frame::prerendered(content, ID), choice.clone());
    let is_hidden = |kind: &RowKind| filter::is_hidden(chosen, kind);
    let Short { tables, rows, folded } = ledger::short(content, notes, &format!("{ID}-title"), &is_hidden)?;
    let payload = Some(payload::write(&Payload { choice, rows, folded })?);
    let body = view! {
        <ChoiceControls chosen/>
        <Sentence of=Box::new(move || chosen.sentence())/>
        {tables}
        {ledger::link_to_whole(content)}
    };
    let parts = FigureParts { id: ID, words: &words, body: body.into_any(), tables: ().into_any(), payload, picture: Picture::None };
    frame::view(parts, content, notes)
}

/// The counts of the ledger by name, for the title and the sentences: how many rows of each group there are, and of how many
/// with an appeal for soldiers it is disputed that the alliance was asked.
pub fn counts(content: &Content) -> [(&'static str, String); 7] {
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

/// What the filter shows at each of [`VALUES`], in numbers.
pub(super) fn sentences(content: &Content, words: &Words) -> Vec<String> {
    let counts = counts(content);
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    VALUES.map(|value| words.fill(&format!("sentence_{value}"), &counts)).into()
}
