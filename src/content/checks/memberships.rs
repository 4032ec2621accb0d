//! Checks of the organisations and of who belonged to them.

use std::collections::BTreeSet;

use crate::content::{
    Content,
    error::{Diagnostic, Problem},
    membership::Spell,
    number::Date,
};

const DATA: &str = "data/memberships.json";
const ORGANISATIONS: &str = "data/organisations.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let mut known = BTreeSet::new();
    for organisation in &content.organisations {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(ORGANISATIONS, &organisation.id, problem));
        if !known.insert(&organisation.id) {
            fault(("stands twice", "keep one of the two").into());
        }
        if !content.organisation_names.contains_key(&organisation.id) {
            fault(("has no words", "add them to en/organisations.json").into());
        }
        if !content.facts.contains_key(&organisation.fact) {
            fault((format!("names the unknown fact `{}`", organisation.fact), "correct it or add the fact").into());
        }
    }
    let Some(memberships) = &content.memberships else { return };
    for club in memberships.clubs.iter().filter(|club| !known.contains(club)) {
        faults.push(Diagnostic::new(DATA, "clubs", (format!("names the unknown organisation `{club}`"), "correct it")));
    }
    for moment in memberships.moments.iter().filter(|m| Date::parse(m).is_none()) {
        let problem = (format!("has the date `{moment}`, which no calendar has"), "write yyyy, yyyy-mm or yyyy-mm-dd");
        faults.push(Diagnostic::new(DATA, "moments", problem));
    }
    if !memberships.moments.is_sorted_by_key(|m| Date::parse(m).map(Date::last_day)) {
        faults.push(Diagnostic::new(DATA, "moments", ("are not in the order of time", "sort them")));
    }
    if !memberships.moments.contains(&memberships.shown) {
        let problem = (format!("is `{}`, which is none of the moments", memberships.shown), "choose one of them or add it");
        faults.push(Diagnostic::new(DATA, "shown", problem));
    }
    for (n, spell) in memberships.spells.iter().enumerate() {
        let place = place(spell);
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &place, problem));
        if !content.member_names.contains_key(&spell.state) {
            fault((format!("has the unknown state `{}`", spell.state), "correct it or add its name to en/members.json").into());
        }
        if !known.contains(&spell.organisation) {
            fault(
                (format!("has the unknown organisation `{}`", spell.organisation), "correct it or add it to data/organisations.json")
                    .into(),
            );
        }
        if spell.sources.is_empty() {
            fault(("has no source", "name at least one").into());
        }
        for source in spell.sources.iter().filter(|s| !content.sources.contains_key(*s)) {
            fault((format!("names the unknown source `{source}`"), "correct it or add it to data/sources").into());
        }
        for date in [&spell.from, &spell.seen, &spell.to].into_iter().flatten() {
            if Date::parse(date).is_none() {
                fault((format!("has the date `{date}`, which no calendar has"), "write yyyy, yyyy-mm or yyyy-mm-dd").into());
            }
        }
        if spell.from.is_some() == spell.seen.is_some() {
            fault(("must have either `from`, or `seen` where its first day was not read", "keep one of the two").into());
        }
        let [from, to] = [begin(spell), spell.to.as_deref().and_then(Date::parse)];
        if from.zip(to).is_some_and(|(from, to)| from.first_day() > to.last_day()) {
            fault(("ends before it begins", "swap its dates").into());
        }
        let earlier =
            memberships.spells.iter().take(n).find(|s| s.state == spell.state && s.organisation == spell.organisation && meet(s, spell));
        if let Some(earlier) = earlier {
            fault((format!("overlaps the entry that begins {}", shown_begin(earlier)), "keep one of the two or correct the dates").into());
        }
    }
}

fn place(spell: &Spell) -> String {
    format!("{} in {} from {}", spell.state, spell.organisation, shown_begin(spell))
}

fn shown_begin(spell: &Spell) -> &str {
    spell.from.as_deref().or(spell.seen.as_deref()).unwrap_or("an unknown day")
}

fn begin(spell: &Spell) -> Option<Date> {
    spell.from.as_deref().or(spell.seen.as_deref()).and_then(Date::parse)
}

/// Whether two spells share time; one may begin on the day, or in the year, in which the other ends.
fn meet(a: &Spell, b: &Spell) -> bool {
    let ended_by = |first: &Spell, second: &Spell| {
        let end = first.to.as_deref().and_then(Date::parse);
        end.zip(begin(second)).is_some_and(|(end, begin)| end.first_day() <= begin.last_day() && begin_of(first) < begin_of(second))
    };
    !ended_by(a, b) && !ended_by(b, a)
}

fn begin_of(spell: &Spell) -> Option<Date> {
    begin(spell).map(Date::first_day)
}
