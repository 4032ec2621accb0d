//! The ledger as a list: old rows on a line or two, those that the step describes with what was asked and what came.

use super::state::{State, Tells};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        inline,
        ledger::{self, Appeal, Mark, Reason, Whom, Why},
        markdown::escape,
        number::Date,
        statement::capitalised,
    },
    figures::map,
    model::article_4::Answer,
    ui::ledger::written,
};

/// The rows, those to come as their months alone, and behind the last row before the essay a line that says so.
pub(super) fn list(content: &Content, all: &[&Appeal], shown: &[&Appeal], state: &State) -> Result<String, Diagnostic> {
    let (before, _) = ledger::split(&content.ledger, written(content));
    let mut out = String::new();
    for appeal in all {
        if !shown.contains(appeal) {
            out += &element("li", "to-come", &month(content, &appeal.date));
            continue;
        }
        out += &row(content, appeal, state)?;
        if before.last().is_some_and(|last| last.id == appeal.id) {
            out += &element("li", "record-here", &escape(content.label("record_here")));
        }
    }
    Ok(["<ol role=\"list\">", &out, "</ol>"].concat())
}

fn row(content: &Content, appeal: &Appeal, state: &State) -> Result<String, Diagnostic> {
    let text = content.ledger_text(appeal)?;
    let is_told = state.is_told(&appeal.id);
    let lines = if is_told {
        let line = |(label, text): &(&str, String)| [&element("em", "", &escape(label)), " ", &escape(text)].concat();
        lines(content, appeal, state)?.iter().map(|pair| element("span", "", &line(pair))).collect()
    } else {
        element("span", "", &escape(&capitalised(&came(content, appeal)?))) + &element("small", "", &escape(&place(content, appeal)))
    };
    let cells = [
        element("i", appeal.mark().id(), ""),
        month(content, &appeal.date),
        element("b", "", &escape(&inline::plain(content, &text.name))),
        lines,
    ];
    let class = match (is_told, appeal.soldiers_came()) {
        (true, true) => "told soldiers-came",
        (true, false) => "told",
        _ => "",
    };
    Ok(element("li", class, &cells.concat()))
}

/// What a state says about a row, each with its label.
pub(super) fn lines<'a>(content: &'a Content, appeal: &Appeal, state: &State) -> Result<Vec<(&'a str, String)>, Diagnostic> {
    if let Tells::Later(facts) = state.tells {
        let later = facts.iter().filter(|(row, _)| *row == appeal.id).map(|(row, fact)| {
            let known = content.facts.get(*fact);
            let known = known
                .ok_or_else(|| Diagnostic::unplaced(format!("tells of `{fact}`, which is no fact"), "correct the states of its scene"))?;
            let date = known.date.as_ref().unwrap_or(&known.as_of);
            let words = content.label_with(&["record_later_", row].concat(), &[]);
            Ok((content.label("record_later"), [&when(content, date), ": ", &words].concat()))
        });
        return later.collect();
    }
    let mut lines = vec![(content.label("record_asked"), asked(content, appeal))];
    if state.tells == Tells::Came {
        lines.push((content.label("record_came"), came(content, appeal)?));
        let given: Vec<&Why> = appeal.why.iter().filter(|why| why.reason != Reason::NotFound).collect();
        if !given.is_empty() {
            let reasons: Vec<String> = given.chunk_by(|one, next| one.by == next.by).map(|given| reasons(content, given)).collect();
            lines.push((content.label("record_why"), reasons.join("; ")));
        }
    }
    Ok(lines)
}

/// What came, in a few words.
fn came(content: &Content, appeal: &Appeal) -> Result<String, Diagnostic> {
    let words = if appeal.soldiers_came() { content.label("record_soldiers") } else { &content.ledger_text(appeal)?.mark };
    Ok(inline::plain(content, words))
}

/// Where the map has it, and the year.
fn place(content: &Content, appeal: &Appeal) -> String {
    let places = content.map.iter().flat_map(|map| &map.places);
    let place = places.filter(|place| place.appeal == appeal.id).map(|place| ["place_", &place.place].concat()).next();
    let name = place.map(|key| content.figure_word(map::ID, &key).to_owned()).unwrap_or_default();
    // What stands after the comma says why it is drawn there.
    let name = name.split(',').next().unwrap_or_default();
    [name, " ", appeal.date.split('-').next().unwrap_or_default()].concat()
}

/// Who was asked for what.
fn asked(content: &Content, appeal: &Appeal) -> String {
    let key = match appeal.whom() {
        // Where a source says so.
        Whom::Russia if appeal.alliance.answer == Answer::No => "russia-alone",
        whom => whom.id(),
    };
    let key = ["record_whom_", key].concat();
    match appeal.whom() {
        Whom::NotAsked | Whom::NotFound => content.label(&key).to_owned(),
        _ => content.label_with(&key, &[("sought", content.label(&["sought_", appeal.sought.answer.id()].concat()))]),
    }
}

/// Why no soldiers came, as the same voices said.
fn reasons(content: &Content, given: &[&Why]) -> String {
    let and = format!(" {} ", content.label("and"));
    let voices = given.iter().take(1).flat_map(|why| &why.by).map(|voice| content.label_with(&["voice_of_", voice.id()].concat(), &[]));
    let voices: Vec<String> = voices.collect();
    let reasons = given.iter().map(|why| within(content.label(&["reason_", why.reason.id()].concat())));
    let reasons: Vec<String> = reasons.collect();
    content.label_with("record_reason_by", &[("reason", &reasons.join(&and)), ("voices", &voices.join(&and))])
}

/// A phrase as it stands within a sentence: its first letter in lower case.
fn within(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The month of a day, short, as an element from which programs read it.
fn month(content: &Content, day: &str) -> String {
    format!("<time datetime=\"{}\">{}</time>", escape(day), escape(&when(content, day)))
}

/// The month of a day, short.
pub(super) fn when(content: &Content, day: &str) -> String {
    let Some(date) = Date::parse(day) else { return day.to_owned() };
    let names = content.label("months_short").split(' ');
    let name = date.month.and_then(|month| names.clone().nth(usize::from(month) - 1));
    name.map_or_else(|| date.year.to_string(), |name| format!("{name} {}", date.year))
}

/// What the marks mean.
pub(in crate::walk) fn key(content: &Content) -> String {
    let entry = |mark: Mark| {
        let key = ["record_key_", mark.id()].concat();
        element("span", "", &[&element("i", mark.id(), ""), " ", &escape(content.label(&key))].concat())
    };
    element("p", "record-key", &Mark::ALL.map(entry).join(" "))
}

/// An HTML element.
fn element(name: &str, class: &str, inner: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{name}{class}>{inner}</{name}>")
}
