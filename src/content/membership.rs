//! Who belonged to which organisation, when, and as what: `data/memberships.json`.

use serde::Deserialize;

use super::{fact::Kind, number::Date};

/// All spells, and which of them the page shows.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memberships {
    /// Organisation ids in the order of the columns.
    pub clubs: Vec<String>,
    /// The years, months or days that a reader can choose, in order.
    pub moments: Vec<String>,
    /// The one that the built table shows.
    pub shown: String,
    /// One entry per state, organisation and status.
    pub spells: Vec<Spell>,
}

/// A time during which a state had one status in one organisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spell {
    /// ISO code.
    pub state: String,
    /// Organisation id.
    pub organisation: String,
    /// As what.
    pub status: Status,
    /// Its first day; absent when no source read gives it.
    pub from: Option<String>,
    /// A time at which it is known to have lasted; only beside an absent `from`.
    pub seen: Option<String>,
    /// The day on which it ended; absent while it lasts.
    pub to: Option<String>,
    /// Source ids, best first.
    pub sources: Vec<String>,
    /// How it is known.
    pub kind: Kind,
}

/// As what a state belongs to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Full member.
    Member,
    /// Observer.
    Observer,
    /// Dialogue partner.
    Partner,
    /// Still a member by law, taking no part by its own statement.
    Frozen,
}

impl Status {
    /// The id used in label keys and class names.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Observer => "observer",
            Self::Partner => "partner",
            Self::Frozen => "frozen",
        }
    }
}

/// What a state was in an organisation at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It had this status.
    Is(Status),
    /// It had none.
    None,
    /// It has a status whose beginning no source read gives.
    Unread,
}

impl Memberships {
    /// The spells of a state in an organisation, in the order of the file.
    pub(crate) fn spells_of<'a>(&'a self, state: &'a str, organisation: &'a str) -> impl Iterator<Item = &'a Spell> {
        self.spells.iter().filter(move |s| s.state == state && s.organisation == organisation)
    }

    /// The standing at the end of `moment`, a year, month or day; [`Standing::None`] for anything that is no date.
    pub fn standing(&self, state: &str, organisation: &str, moment: &str) -> Standing {
        let Some(at) = Date::parse(moment).map(Date::last_day) else { return Standing::None };
        let begun_by = |date: &String| Date::parse(date).is_some_and(|d| d.first_day() <= at);
        let mut standing = Standing::None;
        for spell in self.spells_of(state, organisation) {
            if spell.to.as_ref().is_some_and(begun_by) {
                continue;
            }
            match (&spell.from, &spell.seen) {
                (Some(from), _) if begun_by(from) => return Standing::Is(spell.status),
                (None, Some(seen)) if begun_by(seen) => return Standing::Is(spell.status),
                (None, _) => standing = Standing::Unread,
                (Some(_), _) => {}
            }
        }
        standing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell(status: Status, from: Option<&str>, seen: Option<&str>, to: Option<&str>) -> Spell {
        let own = |d: Option<&str>| d.map(str::to_owned);
        Spell {
            state: "BLR".into(),
            organisation: "SCO".into(),
            status,
            from: own(from),
            seen: own(seen),
            to: own(to),
            sources: vec!["s".into()],
            kind: Kind::Reported,
        }
    }

    fn memberships(spells: Vec<Spell>) -> Memberships {
        Memberships { clubs: vec!["SCO".into()], moments: vec!["2022-01".into()], shown: "2022-01".into(), spells }
    }

    #[test]
    fn a_status_lasts_until_the_next_begins() {
        let m = memberships(vec![
            spell(Status::Partner, Some("2010"), None, Some("2015")),
            spell(Status::Observer, Some("2015"), None, Some("2024-07-04")),
            spell(Status::Member, Some("2024-07-04"), None, None),
        ]);
        for (moment, standing) in [
            ("2009", Standing::None),
            ("2010", Standing::Is(Status::Partner)),
            ("2015", Standing::Is(Status::Observer)),
            ("2022-01", Standing::Is(Status::Observer)),
            ("2024-07-03", Standing::Is(Status::Observer)),
            ("2024-07-04", Standing::Is(Status::Member)),
            ("2024", Standing::Is(Status::Member)),
            ("no date", Standing::None),
        ] {
            assert_eq!(m.standing("BLR", "SCO", moment), standing, "{moment}");
        }
        assert_eq!(m.standing("ARM", "SCO", "2024"), Standing::None);
    }

    #[test]
    fn an_unknown_beginning_is_not_read_before_it_was_seen() {
        let m = memberships(vec![spell(Status::Partner, None, Some("2022"), None)]);
        assert_eq!(m.standing("BLR", "SCO", "2009"), Standing::Unread);
        assert_eq!(m.standing("BLR", "SCO", "2022-01"), Standing::Is(Status::Partner));
    }
}
