//! Cross-checks of the loaded content: nothing dangles, nothing is absurd. Every fault names file, place and remedy.

use super::{
    Content,
    chapter::Block,
    checks,
    error::{Diagnostic, Problem},
    fact::{Fact, Kind},
    figures::Figures,
    load::PAGES,
    markdown::{self, Notes},
    number::Date,
    statement,
};

/// The largest number that a fact on this page can honestly have: the world's people, rounded up.
const ABSURD: f64 = 1e10;

/// All faults of loaded content; empty when it is sound.
pub fn faults(content: &Content, figures: &Figures) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for fact in content.facts.values() {
        fact_faults(fact, content, &mut faults);
    }
    for id in content.fact_texts.keys().filter(|id| !content.facts.contains_key(*id)) {
        faults.push(Diagnostic::new("en/facts", id, ("has a statement but no fact", "add the fact to data/facts or remove the statement")));
    }
    checks::ages::faults(content, &mut faults);
    checks::articles::faults(content, &mut faults);
    checks::cases::faults(content, &mut faults);
    checks::config::faults(content, &mut faults);
    checks::corrections::faults(content, &mut faults);
    checks::deployment::faults(content, &mut faults);
    checks::labels::faults(content, &mut faults);
    checks::numbers::faults(content, &mut faults);
    checks::quoted::faults(content, &mut faults);
    checks::quotations::faults(content, &mut faults);
    checks::sources::faults(content, &mut faults);
    checks::members::faults(content, &mut faults);
    checks::memberships::faults(content, &mut faults);
    checks::ledger::faults(content, &mut faults);
    checks::days::faults(content, &mut faults);
    checks::expectations::faults(content, &mut faults);
    checks::forces::faults(content, &mut faults);
    checks::yardsticks::faults(content, &mut faults);
    checks::map::faults(content, figures, &mut faults);
    checks::scenes::faults(content, &mut faults);
    for chapter in &content.pages {
        let mut notes = Notes::default();
        for (n, block) in chapter.blocks.iter().enumerate() {
            let text = match block {
                Block::Prose(text) => text,
                Block::Part(name, id) if name == "figure" && !(figures.exists)(id) => {
                    faults.push(unknown_figure(&chapter.file, n, id));
                    continue;
                }
                Block::Part(..) => continue,
            };
            if let Err(messages) = markdown::render(text, content, &mut notes) {
                faults.extend(messages.into_iter().map(|m| Diagnostic::new(&chapter.file, format!("block {}", n + 1), m)));
            }
        }
    }
    for scene in &content.scenes {
        for (n, block) in scene.blocks.iter().enumerate() {
            faults.extend(block.figures().into_iter().filter(|id| !(figures.exists)(id)).map(|id| unknown_figure(&scene.file, n, id)));
        }
    }
    for opening in content.cover.iter().chain(&content.in_short) {
        for text in content.texts.iter().filter(|text| text.file == opening.file) {
            let messages = markdown::render(&text.words, content, &mut Notes::default()).err().unwrap_or_default();
            faults.extend(messages.into_iter().map(|message| Diagnostic::new(&text.file, &text.place, message)));
        }
    }
    debug_assert!(content.pages.len() == PAGES.len());
    faults
}

fn unknown_figure(file: &str, block: usize, id: &str) -> Diagnostic {
    Diagnostic::new(file, format!("block {}", block + 1), (format!("shows the unknown figure `{id}`"), "correct the id"))
}

fn fact_faults(fact: &Fact, content: &Content, faults: &mut Vec<Diagnostic>) {
    let mut fault = |problem: Problem| faults.push(Diagnostic::new("data/facts", &fact.id, problem));
    if !content.fact_texts.contains_key(&fact.id) {
        fault(("has no statement", "add one to en/facts").into());
    }
    if let Some(Err(problem)) = content.fact_texts.get(&fact.id).map(|t| statement::filled(&fact.id, &t.statement, content)) {
        fault(problem.after("has a statement that "));
    }
    if fact.sources.is_empty() {
        fault(("has no source", "name at least one").into());
    }
    for source in fact.sources.iter().filter(|s| !content.sources.contains_key(*s)) {
        fault((format!("names the unknown source `{source}`"), "correct it or add it to data/sources").into());
    }
    let values = [fact.number.is_some(), fact.range.is_some(), fact.date.is_some(), fact.period.is_some()];
    if values.iter().filter(|v| **v).count() > 1 {
        fault(("has more than one value", "keep one of number, range, date and period").into());
    }
    if fact.kind == Kind::Derived && fact.formula.is_none() && values.contains(&true) {
        fault(("is derived, but its value is typed", "give the formula that computes it, or correct its kind").into());
    }
    let numbers = fact.number.into_iter().chain(fact.range.into_iter().flatten());
    if numbers.clone().count() > 0 {
        match (&fact.unit, &content.labels) {
            (None, _) => fault(("has a number without a unit", "add `unit`").into()),
            (Some(unit), Some(labels)) if !labels.units.contains_key(unit) => {
                fault((format!("has the unknown unit `{unit}`"), "correct it or add it to `units` in en/labels.json").into())
            }
            _ => {}
        }
    }
    let is_measure = matches!(fact.unit.as_deref(), Some("percent" | "per-million"));
    if let Some(part) = fact.number.filter(|number| number.fract() != 0.0 && !is_measure && fact.formula.is_none()) {
        fault((format!("has the number {part}, but what it counts is whole"), "round it or correct its unit").into());
    }
    let highest = if fact.unit.as_deref() == Some("percent") { 100.0 } else { ABSURD };
    for number in numbers {
        if !(0.0..=highest).contains(&number) {
            fault((format!("has the number {number}, which is negative or too large"), "correct it").into());
        }
    }
    if fact.range.is_some_and(|[low, high]| low > high) {
        fault(("has a range that runs backwards", "put the lower number first").into());
    }
    let dates = [Some(&fact.as_of), fact.date.as_ref()].into_iter().flatten().chain(fact.period.iter().flatten());
    for date in dates {
        if Date::parse(date).is_none() {
            fault((format!("has the date `{date}`, which no calendar has"), "write yyyy, yyyy-mm or yyyy-mm-dd").into());
        }
    }
    if fact.period.as_ref().is_some_and(|[from, to]| Date::parse(from) > Date::parse(to)) {
        fault(("has a period that ends before it begins", "swap its days").into());
    }
}
