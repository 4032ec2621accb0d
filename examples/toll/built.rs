//! The counts as bars, as a table, and as rows of the data files.

use leptos::prelude::AnyView;

use super::ID;
use crate::content::error::Diagnostic;
use crate::{
    chart::token::Token,
    content::{Content, markdown::Notes},
    figures::{
        data_file::{DataFile, KNOWN, known},
        frame,
        states::States,
        strips::{
            chart::{Chart, Strip, round_axis},
            view::{self, Strips},
        },
    },
    model::choice::Choice,
    text::words::{Words, grouped, rounded},
};

/// The fact of each bar, the key of its words, and the index of the choice that shows it; `None` for every choice.
const COUNTS: [(&str, &str, Option<u32>); 3] =
    [("kz-2022-dead-238", "last", None), ("kz-2022-dead-225", "first", Some(0)), ("kz-2022-dead-238-almaty", "almaty", Some(1))];

/// One bar for each count.
fn bars(content: &Content, words: &Words) -> Result<Vec<Strip>, Diagnostic> {
    let bar = |(fact, key, when)| {
        let value = content
            .number(fact)
            .map(rounded)
            .ok_or_else(|| Diagnostic::new("", "", (format!("data/facts: {fact}: has no number"), "add it")))?;
        let name = words.get(&format!("name_{key}")).to_owned();
        Ok(Strip { when, name, value, label: grouped(value), tooltip: content.statement(fact), ..Strip::default() })
    };
    COUNTS.into_iter().map(bar).collect()
}

/// What a reader can choose.
fn choice() -> Choice {
    Choice { key: ID.to_owned(), values: ["time", "place"].map(String::from).into(), default: 0 }
}

/// What each choice shows, in a sentence.
fn sentences(words: &Words, strips: &[Strip]) -> Vec<String> {
    let values: Vec<_> = COUNTS.iter().zip(strips).map(|((_, key, _), strip)| (*key, &*strip.label)).collect();
    choice().values.iter().map(|value| words.fill(&format!("sentence_{value}"), &values)).collect()
}

/// The states, each of which has an address that can be pasted.
pub(super) const STATES: States = States::of_choice(choice, of_values);

fn of_values(content: &Content) -> Result<Vec<String>, Diagnostic> {
    let words = frame::words(content, ID)?;
    Ok(sentences(&words, &bars(content, &words)?))
}

/// The prerendered figure.
pub(super) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let words = frame::words(content, ID)?;
    let strips = bars(content, &words)?;
    let rows = strips.iter().map(|strip| frame::row(&strip.name, [strip.label.clone(), strip.tooltip.clone()])).collect();
    let heads = frame::heads(&words, &["column_count", "column_dead", "column_known"]);
    let tables = frame::table(words.get("table"), "shares", heads, rows);
    let sentences = sentences(&words, &strips);
    let max = strips.iter().map(|strip| strip.value).max().unwrap_or(1);
    let chart = Chart { token: Token::Text, max, axis: round_axis(max), line: None, strips, sentences };
    view::view(Strips { id: ID, words: &words, chart: &chart, choice: choice(), note: None, tables }, content, notes)
}

/// The rows of the data files, one for each count.
pub(super) fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let bars = bars(content, &frame::words(content, ID)?)?;
    let rows = COUNTS.into_iter().zip(bars).map(|((fact, ..), bar)| {
        let own = [bar.name.into(), bar.value.into()];
        own.into_iter().chain(known(content, &[fact])).collect()
    });
    DataFile::new(content, ID, ["count", "dead"].into_iter().chain(KNOWN), rows.collect())
}
