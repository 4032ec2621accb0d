//! The ledger of appeals: each crisis of a member, what was asked of the alliance and what came.

use serde::Deserialize;

use super::{finding::Finding, number::Date};
use crate::model::article_4::Answer;

/// One row, from `data/ledger.json`; rows stand in the order of time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// Stable id.
    pub id: String,
    /// The day of the appeal, or where none was found that of the first violence: `yyyy-mm-dd`.
    pub date: String,
    /// ISO codes of the members that the crisis struck.
    pub states: Vec<String>,
    /// Was the alliance asked?
    pub alliance: Finding<Answer>,
    /// Was Russia asked apart from the alliance? Absent where Russia itself was struck.
    pub russia: Option<Finding<Answer>>,
    /// For what.
    pub sought: Finding<Sought>,
    /// What came from the alliance.
    pub came: Finding<Came>,
    /// Why no soldiers came, and in whose words; absent where they came.
    #[serde(default)]
    pub why: Vec<Why>,
    /// By whose counts the dead are known.
    pub dead: Vec<Count>,
    /// Id of the scene about it.
    pub scene: String,
}

/// How a row is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Filled: soldiers of the alliance came.
    Came,
    /// A ring with a dot: the alliance was asked for soldiers or military help, or may have been, and none came.
    Soldiers,
    /// A ring: it was asked for other help or for consultations.
    Help,
    /// A dot: it was not asked, or no appeal was found.
    NotAsked,
}

impl Mark {
    /// All, in the order of the keys.
    pub(crate) const ALL: [Self; 4] = [Self::Came, Self::Soldiers, Self::Help, Self::NotAsked];

    /// The id: a class of style sheets, and after `record_key_` the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Soldiers => "soldiers",
            Self::Help => "help",
            Self::NotAsked => "not-asked",
        }
    }
}

impl Appeal {
    /// Whether the alliance sent soldiers.
    pub fn soldiers_came(&self) -> bool {
        self.came.answer == Came::Soldiers
    }

    /// What sorts the row: what the alliance was asked, or may have been asked.
    pub(crate) fn group(&self) -> Group {
        match (self.alliance.answer, self.sought.answer) {
            (Answer::No | Answer::NotFound, _) => Group::NotAsked,
            (_, Sought::Soldiers) => Group::Soldiers,
            _ => Group::Help,
        }
    }

    /// Its mark: the same in the ledger, on the maps, in the field of cases and in the page's picture.
    pub(crate) fn mark(&self) -> Mark {
        match (self.soldiers_came(), self.group()) {
            (true, _) => Mark::Came,
            (false, Group::NotAsked) => Mark::NotAsked,
            (false, Group::Soldiers) => Mark::Soldiers,
            (false, Group::Help) => Mark::Help,
        }
    }

    /// Whom the member asked.
    pub(crate) fn whom(&self) -> Whom {
        let russia = self.russia.as_ref().map(|finding| finding.answer);
        match (self.alliance.answer, russia) {
            (Answer::Yes, Some(Answer::Yes)) => Whom::Both,
            (Answer::Yes, _) => Whom::Alliance,
            (Answer::Disputed, _) => Whom::Disputed,
            (_, Some(Answer::Yes)) => Whom::Russia,
            (Answer::No, _) => Whom::NotAsked,
            (Answer::NotFound, _) => Whom::NotFound,
        }
    }
}

/// What the ledger's rows are sorted by. “One of so many” is counted within the first alone: nobody can be said to have
/// stayed away who was not asked to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// The alliance was asked for soldiers or military help, or may have been.
    Soldiers,
    /// It was asked for other help or for consultations.
    Help,
    /// It was not asked, or no appeal to it was found.
    NotAsked,
}

impl Group {
    /// The id in data files, addresses and `data-group`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Soldiers => "soldiers",
            Self::Help => "help",
            Self::NotAsked => "not-asked",
        }
    }
}

/// Whom a member asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    /// The alliance.
    Alliance,
    /// The alliance, and Russia apart from it.
    Both,
    /// Russia; not the alliance, as far as was found.
    Russia,
    /// Not the alliance, as a source says.
    NotAsked,
    /// Sources differ on whether the alliance was asked.
    Disputed,
    /// No appeal was found.
    NotFound,
}

impl Whom {
    /// The id, after `whom_` the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Alliance => "alliance",
            Self::Both => "alliance-and-russia",
            Self::Russia => "russia",
            Self::NotAsked => "not-asked",
            Self::Disputed => "disputed",
            Self::NotFound => "not-found",
        }
    }
}

/// What was asked for, of whomever it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sought {
    /// Soldiers, or military help.
    Soldiers,
    /// Help of another kind.
    Help,
    /// Consultations.
    Consultations,
    /// Nothing, as a source says.
    Nothing,
    /// No appeal was found.
    NotFound,
}

impl Sought {
    /// The id, after `sought_` the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Soldiers => "soldiers",
            Self::Help => "help",
            Self::Consultations => "consultations",
            Self::Nothing => "nothing",
            Self::NotFound => "not-found",
        }
    }
}

/// What came from the alliance: the furthest that it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// Soldiers.
    Soldiers,
    /// A mission of inquiry.
    Mission,
    /// Exercises in the country.
    Exercises,
    /// Promises of specialists and equipment.
    Promises,
    /// Meetings, talks and statements.
    Words,
    /// Nothing, as a source says.
    Nothing,
    /// Nothing was found.
    NotFound,
}

impl Came {
    /// The id in data files.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Soldiers => "soldiers",
            Self::Mission => "mission",
            Self::Exercises => "exercises",
            Self::Promises => "promises",
            Self::Words => "words",
            Self::Nothing => "nothing",
            Self::NotFound => "not-found",
        }
    }
}

/// A reason why no soldiers came.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// The reason.
    pub reason: Reason,
    /// Who gave it; nobody where none was found.
    #[serde(default)]
    pub by: Vec<Voice>,
    /// Fact ids.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// What was said to speak against soldiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It is an internal matter.
    Internal,
    /// It does not happen on a member's soil.
    NotItsSoil,
    /// It lies between two members.
    BetweenMembers,
    /// It is a border incident and no attack.
    Incident,
    /// Political means come first.
    PoliticalMeans,
    /// No request has come.
    NoRequest,
    /// There is no need.
    NoNeed,
    /// No reason was found.
    NotFound,
}

impl Reason {
    /// The id, after `reason_` the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::NotItsSoil => "not-its-soil",
            Self::BetweenMembers => "between-members",
            Self::Incident => "incident",
            Self::PoliticalMeans => "political-means",
            Self::NoRequest => "no-request",
            Self::NoNeed => "no-need",
            Self::NotFound => "not-found",
        }
    }
}

/// Whose words a reason is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// An officer of the alliance.
    Alliance,
    /// An officer of the alliance, years before the crisis.
    AllianceEarlier,
    /// Russia's president or his spokespeople.
    Moscow,
    /// The member that was struck.
    Member,
}

impl Voice {
    /// The id, after `voice_of_` the key of its label.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Alliance => "alliance",
            Self::AllianceEarlier => "alliance-earlier",
            Self::Moscow => "moscow",
            Self::Member => "member",
        }
    }
}

/// A count of the dead.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Who counted.
    pub by: Counter,
    /// The fact with the count; none where none was found.
    pub fact: Option<String>,
}

/// Who counted the dead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counter {
    /// The member, or both where two members fought.
    Member,
    /// The state that it fought.
    Opponent,
    /// An international inquiry.
    Inquiry,
    /// The alliance.
    Alliance,
    /// Opponents of the government, the press or others.
    Others,
    /// No count was found.
    NotFound,
}

impl Counter {
    /// The id in data files.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Opponent => "opponent",
            Self::Inquiry => "inquiry",
            Self::Alliance => "alliance",
            Self::Others => "others",
            Self::NotFound => "not-found",
        }
    }
}

/// The words of a row, from `en/ledger.json`, with references in the syntax of [`super::markdown`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealText {
    /// Where, in a few words.
    pub title: String,
    /// The same as short as can be, for a line of the ledger beside a map.
    pub name: String,
    /// What came, in a few words beside the mark.
    pub mark: String,
    /// What stands after the label of whom it asked for what, in a line or two.
    pub short: String,
    /// The same in full.
    pub asked: String,
    /// What came, in sentences.
    pub came: String,
    /// How the alliance, Russia or the member explained it.
    pub explained: String,
    /// The dead, by each side's count.
    pub toll: String,
}

impl AppealText {
    /// The texts that may hold references, with the names of their fields.
    pub(crate) fn lines(&self) -> [(&'static str, &str); 8] {
        [
            ("title", &self.title),
            ("name", &self.name),
            ("mark", &self.mark),
            ("short", &self.short),
            ("asked", &self.asked),
            ("came", &self.came),
            ("explained", &self.explained),
            ("toll", &self.toll),
        ]
    }
}

/// How many rows of a group there are, and in how many of them soldiers came.
pub(crate) fn tally<'a>(rows: impl IntoIterator<Item = &'a Appeal>, group: Group) -> (usize, usize) {
    let rows = rows.into_iter().filter(|row| row.group() == group);
    rows.fold((0, 0), |(all, came), row| (all + 1, came + usize::from(row.soldiers_came())))
}

/// `rows` before the month in which the essay was `written`, and those since.
pub(crate) fn split<'a>(rows: &'a [Appeal], written: &str) -> (&'a [Appeal], &'a [Appeal]) {
    let written = Date::parse(written);
    let since = rows.iter().position(|a| Date::parse(&a.date) >= written).unwrap_or(rows.len());
    rows.split_at(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(date: &str, alliance: Answer, russia: Option<Answer>, sought: Sought, came: Came) -> Appeal {
        fn found<T>(answer: T) -> Finding<T> {
            Finding { answer, facts: vec![] }
        }
        Appeal {
            id: date.into(),
            date: date.into(),
            states: vec![],
            alliance: found(alliance),
            russia: russia.map(found),
            sought: found(sought),
            came: found(came),
            why: vec![],
            dead: vec![],
            scene: String::new(),
        }
    }

    fn asked(alliance: Answer, sought: Sought) -> Appeal {
        row("2022-01-05", alliance, None, sought, Came::NotFound)
    }

    #[test]
    fn rows_are_split_at_the_month_of_the_essay() {
        let row = |date: &str| row(date, Answer::No, None, Sought::Nothing, Came::Words);
        let rows = ["2010-06-12", "2022-01-05", "2022-02-01", "2022-09-13"].map(row);
        let (before, since) = split(&rows, "2022-02");
        assert_eq!((before.len(), since.len()), (2, 2));
        assert_eq!(split(&rows, "2023").1, []);
    }

    #[test]
    fn a_row_is_sorted_by_what_the_alliance_was_asked() {
        for (alliance, sought, group) in [
            (Answer::Yes, Sought::Soldiers, Group::Soldiers),
            (Answer::Disputed, Sought::Soldiers, Group::Soldiers),
            (Answer::Yes, Sought::Help, Group::Help),
            (Answer::Yes, Sought::Consultations, Group::Help),
            (Answer::No, Sought::Nothing, Group::NotAsked),
            (Answer::NotFound, Sought::NotFound, Group::NotAsked),
            // What was asked of Russia alone sorts nothing.
            (Answer::No, Sought::Soldiers, Group::NotAsked),
            (Answer::NotFound, Sought::Help, Group::NotAsked),
        ] {
            let row = asked(alliance, sought);
            assert_eq!(row.group(), group, "{alliance:?} {sought:?}");
            let mark = match group {
                Group::Soldiers => Mark::Soldiers,
                Group::Help => Mark::Help,
                Group::NotAsked => Mark::NotAsked,
            };
            assert_eq!(row.mark(), mark, "{alliance:?} {sought:?}");
        }
    }

    #[test]
    fn whom_it_asked_follows_from_both_answers() {
        use Answer::{Disputed, No, NotFound, Yes};
        for (alliance, russia, whom) in [
            (Yes, Some(Yes), Whom::Both),
            (Yes, Some(NotFound), Whom::Alliance),
            (Yes, None, Whom::Alliance),
            (Disputed, Some(Yes), Whom::Disputed),
            (No, Some(Yes), Whom::Russia),
            (NotFound, Some(Yes), Whom::Russia),
            (No, Some(No), Whom::NotAsked),
            (No, None, Whom::NotAsked),
            (NotFound, Some(NotFound), Whom::NotFound),
        ] {
            assert_eq!(row("2022-01-05", alliance, russia, Sought::Help, Came::Words).whom(), whom, "{alliance:?} {russia:?}");
        }
    }

    #[test]
    fn one_of_so_many_is_counted_within_a_group() {
        let rows = [
            asked(Answer::Yes, Sought::Soldiers),
            row("2022-01-05", Answer::Yes, None, Sought::Soldiers, Came::Soldiers),
            asked(Answer::No, Sought::Nothing),
        ];
        assert_eq!(tally(&rows, Group::Soldiers), (2, 1));
        assert_eq!(tally(&rows, Group::NotAsked), (1, 0));
        assert_eq!(tally(&rows, Group::Help), (0, 0));
    }
}
