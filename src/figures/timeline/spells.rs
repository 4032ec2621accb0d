//! The lanes from the content: who was in the treaty and in the organisation, and when.

use super::{
    ID,
    lanes::{Bar, Form, Lane, Lanes},
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        fact::Kind,
        figures::Value,
        membership::{Memberships, Spell, Standing, Status},
        number::Date,
    },
    figures::frame,
    text::words::Words,
};

/// The organisations of the lanes.
const TREATY: &str = "CST";
const ORGANISATION: &str = "CSTO";

/// The facts that say when the treaty was signed, when each was in force, the rival day of the one return, and when soldiers
/// were first sent.
const TREATY_IN_FORCE: &str = "treaty-in-force";
const CHARTER_IN_FORCE: &str = "org-charter-in-force";
const SIGNED: &str = "treaty-signed";
const RETURN_RIVAL: &str = "org-uz-return-protocol";
const CAME: &str = "jan-0106-decision";

/// The first year of the lanes.
const FIRST_YEAR: u16 = 1992;

/// How many years lie between two marks of the axis.
const STEP: u16 = 5;

/// A spell of the lanes: what it is, with its states and days as the content has them.
pub(crate) struct LaneSpell<'a> {
    /// As the content has it.
    pub spell: &'a Spell,
    /// When its treaty or charter was in force for the state.
    pub force: Date,
    /// The words about it.
    pub label: String,
}

/// The states in the order of their lanes, the members first, each group by its name, Russia at the head.
pub(crate) fn states<'a>(content: &'a Content, memberships: &'a Memberships) -> Vec<&'a str> {
    let russia = content.deployment.as_ref().map_or("", |d| d.remainder.as_str());
    let mut states: Vec<&str> = Vec::new();
    for spell in memberships.spells.iter().filter(|s| s.organisation == TREATY) {
        if !states.contains(&spell.state.as_str()) {
            states.push(&spell.state);
        }
    }
    let last = |state: &str| memberships.spells_of(state, ORGANISATION).any(|s| s.status == Status::Frozen);
    let was_back = |state: &str| memberships.spells_of(state, ORGANISATION).next().is_some();
    // Whoever takes no part closes the members; whoever came back opens the others.
    states.sort_by_key(|s| {
        let is_member = content.members.iter().any(|m| m.iso3 == **s);
        (!is_member, *s != russia, last(s), is_member != was_back(s), content.state_name(s).to_owned())
    });
    states
}

/// The spells of a state, the treaty's first.
///
/// # Errors
/// Names the fact or date that is missing.
pub(crate) fn of_state<'a>(
    content: &Content,
    words: &Words,
    memberships: &'a Memberships,
    state: &'a str,
) -> Result<Vec<LaneSpell<'a>>, Diagnostic> {
    let spells = memberships.spells_of(state, TREATY).chain(memberships.spells_of(state, ORGANISATION));
    spells.map(|spell| lane_spell(content, words, spell)).collect()
}

fn begin(spell: &Spell) -> Result<Date, Diagnostic> {
    let from = spell.from.as_deref().and_then(Date::parse);
    from.ok_or_else(|| {
        Diagnostic::new("data/memberships.json", "", (format!("{} in {} has no first day", spell.state, spell.organisation), "add it"))
    })
}

fn lane_spell<'a>(content: &Content, words: &Words, spell: &'a Spell) -> Result<LaneSpell<'a>, Diagnostic> {
    let from = begin(spell)?;
    let in_force = content.fact_date(if spell.organisation == TREATY { TREATY_IN_FORCE } else { CHARTER_IN_FORCE })?;
    let force = if from.first_day() > in_force { from } else { in_force };
    let day = |id: &str| content.facts.get(id).and_then(|f| f.date.as_deref()).map(|d| content.date_long(d)).unwrap_or_default();
    let key = match (spell.organisation == TREATY, spell.status, spell.kind, &spell.to) {
        (_, Status::Frozen, ..) => "bar_no_part",
        (true, _, _, None) => "bar_treaty",
        (true, _, _, Some(_)) => "bar_treaty_left",
        (false, _, Kind::Disputed, _) => "bar_back",
        (false, ..) => "bar_organisation",
    };
    let kind = content.labels.as_ref().and_then(|l| l.kinds.get(&spell.kind)).cloned().unwrap_or_default();
    let to = spell.to.as_deref().map(|d| content.date_long(d)).unwrap_or_default();
    let label = words.fill(
        key,
        &[
            ("name", content.state_name(&spell.state)),
            ("from", &content.date_long(spell.from.as_deref().unwrap_or_default())),
            ("treaty", &day(TREATY_IN_FORCE)),
            ("charter", &day(CHARTER_IN_FORCE)),
            ("rival", &day(RETURN_RIVAL)),
            ("to", &to),
            ("kind", &kind),
        ],
    );
    Ok(LaneSpell { spell, force, label })
}

/// The lanes.
///
/// # Errors
/// Names what the content lacks.
pub(crate) fn lanes(content: &Content) -> Result<Lanes, Diagnostic> {
    let words = frame::words(content, ID)?;
    let memberships = content.memberships.as_ref().ok_or_else(|| Diagnostic::missing("data/memberships.json"))?;
    let last = content
        .config
        .as_ref()
        .and_then(|c| Date::parse(&c.data_date))
        .ok_or_else(|| Diagnostic::new("data/config.json", "", ("has no data_date", "add it")))?;
    let end = day_number(last.last_day());
    let russia = content.deployment.as_ref().map_or("", |d| d.remainder.as_str());
    let mut lanes = Lanes { end, ..Lanes::default() };
    for (lane, state) in states(content, memberships).into_iter().enumerate() {
        let spells = of_state(content, &words, memberships, state)?;
        for (i, LaneSpell { spell, force, label }) in spells.iter().enumerate() {
            let from = begin(spell)?;
            let form = match (spell.organisation == TREATY, spell.status, spell.kind) {
                (true, ..) => Form::Treaty,
                (false, Status::Frozen, _) => Form::NoPart,
                (false, _, Kind::Disputed) => Form::Disputed,
                (false, ..) => Form::Organisation,
            };
            // The organisation's bar goes on where the treaty's would be covered by it.
            let covered = spells.get(i + 1).filter(|_| form == Form::Treaty && spell.to.is_none()).map(|next| day_number(next.force));
            let to = covered.or(spell.to.as_deref().and_then(Date::parse).map(|d| day_number(d.first_day()))).unwrap_or(end);
            lanes.bars.push(Bar {
                lane,
                from: day_number(from.first_day()),
                force: day_number(force.first_day()),
                to,
                form,
                open: from.day.is_none(),
                label: label.clone(),
            });
        }
        let year = |day: &Option<String>| day.as_deref().and_then(Date::parse).map(|d| d.year.to_string()).unwrap_or_default();
        let note = match spells.last().map(|s| s.spell) {
            Some(spell) if spell.status == Status::Frozen => words.fill("note_no_part", &[("year", &year(&spell.from))]),
            Some(Spell { organisation, to: to @ Some(_), .. }) => {
                words.fill(if organisation == TREATY { "note_left" } else { "note_suspended" }, &[("year", &year(to))])
            }
            _ => String::new(),
        };
        lanes.lanes.push(Lane { name: content.state_name(state).to_owned(), note, russia: state == russia });
    }
    for (id, key) in [(TREATY_IN_FORCE, "moment_treaty"), (CHARTER_IN_FORCE, "moment_organisation"), (CAME, "moment_came")] {
        let day = content.fact_date(id)?;
        let month = content.day_long(Date { day: None, ..day }).unwrap_or_default();
        let name = words.fill(key, &[("year", &day.year.to_string()), ("month", &month)]);
        lanes.moments.push((day_number(day), name));
    }
    let years = (FIRST_YEAR..=last.year).filter(|year| year % STEP == 0);
    lanes.years = years.map(|year| (day_number(Date { year, month: Some(1), day: Some(1) }), year.to_string())).collect();
    Ok(lanes)
}

/// The finding's numbers, as small words where there are such, and its years, each with its name in the words:
/// `states` that have been in the treaty, `members` in the `month` that the page is about, how many `left` the treaty in
/// `left_year`, how many are `frozen` since `frozen_year`.
pub(crate) fn finding(content: &Content) -> Vec<(&'static str, String)> {
    let (Some(memberships), Some(config)) = (&content.memberships, &content.config) else { return Vec::new() };
    let states = states(content, memberships);
    let standing =
        |moment: &str, status| states.iter().filter(|s| memberships.standing(s, ORGANISATION, moment) == Standing::Is(status)).count();
    let left: Vec<&String> = memberships.spells.iter().filter(|s| s.organisation == TREATY).filter_map(|s| s.to.as_ref()).collect();
    let frozen = memberships.spells.iter().find(|s| s.status == Status::Frozen).and_then(|s| s.from.as_ref());
    let word = |n: usize| content.labels.as_ref().and_then(|l| l.small_numbers.get(n)).cloned().unwrap_or_else(|| n.to_string());
    let year = |day: Option<&String>| day.and_then(|d| Date::parse(d)).map(|d| d.year.to_string()).unwrap_or_default();
    vec![
        ("states", word(states.len())),
        ("members", word(standing(&memberships.shown, Status::Member))),
        ("month", content.date_long(&memberships.shown)),
        ("left", word(left.len())),
        ("left_year", year(left.first().copied())),
        ("frozen", word(standing(&config.data_date, Status::Frozen))),
        ("frozen_year", year(frozen)),
    ]
}

/// How many whole years the treaty was old when soldiers were first sent.
///
/// # Errors
/// When a fact lacks its day.
pub(crate) fn counts(content: &Content) -> Result<Vec<Value>, Diagnostic> {
    let (signed, came) = (content.fact_date(SIGNED)?, content.fact_date(CAME)?);
    let is_before = (came.month, came.day) < (signed.month, signed.day);
    let years = usize::from(came.year)
        .checked_sub(usize::from(signed.year) + usize::from(is_before))
        .ok_or_else(|| Diagnostic::unplaced(format!("the fact `{CAME}` is earlier than `{SIGNED}`"), "correct one"))?;
    Ok(vec![("years", content.small_number(years))])
}

/// Days from 1 January 1992 to the first day of a date; 0 for earlier ones.
fn day_number(date: Date) -> u32 {
    date.day_number().saturating_sub(Date { year: FIRST_YEAR, month: None, day: None }.day_number())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1992() {
        let number = |text| day_number(Date::parse(text).expect(text));
        assert_eq!((number("1992-01-01"), number("1992-03-01"), number("1993"), number("2022-01-06")), (0, 60, 366, 10_963));
        assert_eq!(number("1990"), 0);
    }
}
