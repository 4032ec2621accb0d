//! Checks that no fact speaks of a day that all its sources were too early to know, or that comes after its own date.

use crate::content::{
    Content,
    dates::{self, Written},
    error::{Diagnostic, Problem},
    fact::Fact,
    number::Date,
};

/// Adds the faults found.
///
/// A fact speaks of its `as_of`, of its date or period, and of the dates that are typed in its statement; `as_of` is to be
/// the latest of them, because readers see it as the day for which all of it holds. Dates compare generously: a month holds all its days, a day without a year is of the earliest year that the fact names, and a source
/// without a date may be of any day.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let written = |date: Date| content.day_long(date).unwrap_or_default();
    for fact in content.facts.values() {
        let spoken = spoken_of(fact, content);
        let later_than = |day: Date| spoken.iter().copied().find(|date| date.first_day() > day.last_day());
        if let Some(late) = Date::parse(&fact.as_of).and_then(later_than).filter(|_| !fact.announced) {
            let problem = (
                format!("speaks of {}, but is as of {}", written(late), content.date_long(&fact.as_of)),
                "correct `as_of`, or mark the fact `announced` if that was announced beforehand",
            );
            faults.push(Diagnostic::new("data/facts", &fact.id, problem));
        }
        let Some(newest) = newest_source(fact, content) else { continue };
        let late = later_than(newest);
        let problem: Problem = match late {
            Some(late) if !fact.announced => (
                format!("speaks of {}, but its newest source is of {}", written(late), written(newest)),
                "name a newer source, correct the date, or mark the fact `announced` if \
                 that was announced beforehand",
            )
                .into(),
            None if fact.announced => {
                ("is marked `announced`, but its sources are no older than what it speaks of", "remove the mark").into()
            }
            _ => continue,
        };
        faults.push(Diagnostic::new("data/facts", &fact.id, problem));
    }
}

/// The latest date of a source; `None` where one is undated, and where there is none.
fn newest_source(fact: &Fact, content: &Content) -> Option<Date> {
    let dates: Option<Vec<Date>> = fact.sources.iter().map(|id| Date::parse(content.sources.get(id)?.date.as_deref()?)).collect();
    dates?.into_iter().max_by_key(|date| date.last_day())
}

fn spoken_of(fact: &Fact, content: &Content) -> Vec<Date> {
    let own = [Some(&fact.as_of), fact.date.as_ref()].into_iter().flatten().chain(fact.period.iter().flatten());
    let mut all: Vec<Date> = own.filter_map(|date| Date::parse(date)).collect();
    let Some((labels, text)) = content.labels.as_ref().zip(content.fact_texts.get(&fact.id)) else { return all };
    let written = dates::written(&text.statement, &labels.months);
    let earliest = all.iter().map(|date| date.year).chain(written.iter().filter_map(|date| date.year)).min();
    all.extend(written.into_iter().filter_map(|Written { year, month, day, .. }| Some(Date { year: year.or(earliest)?, month, day })));
    all
}
