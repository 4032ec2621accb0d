//! What the figure shows at each moment: a cell per member and club, and the sentence.

use super::{ID, cells::Cell};
use crate::{
    content::{
        Content, Member,
        error::Diagnostic,
        figures::Value,
        membership::{Memberships, Spell, Standing},
        number::Date,
    },
    figures::frame,
    text::words::Words,
};

/// How many clubs and members the figure compares, in words.
///
/// # Errors
/// When the content lacks the memberships.
pub fn counts(content: &Content) -> Result<Vec<Value>, Diagnostic> {
    let data = Overlaps::of(content)?;
    let counts = [("clubs", data.memberships.clubs.len()), ("members", data.members.len())];
    Ok(counts.map(|(name, count)| (name, content.small_number(count))).into())
}

/// The standings by their ids, which name their marks and words; a [`Cell`] has the index.
pub const STANDINGS: [&str; 6] = ["member", "observer", "partner", "frozen", "none", "unread"];

/// A moment that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// As on the page: "January 2022".
    pub label: String,
    /// Members by club, and what was new.
    pub sentence: String,
    /// Row by row, a cell per club.
    pub cells: Vec<Cell>,
}

/// The figure's data.
pub struct Overlaps<'a> {
    /// The content.
    pub content: &'a Content,
    /// Its spells and moments.
    pub memberships: &'a Memberships,
    /// Rows: the members, the largest first, as in the table of members.
    pub members: Vec<&'a Member>,
    /// The figure's words.
    pub words: Words,
}

impl<'a> Overlaps<'a> {
    /// The data in `content`.
    ///
    /// # Errors
    /// Says what the content lacks.
    pub fn of(content: &'a Content) -> Result<Self, Diagnostic> {
        let memberships = content.memberships.as_ref().ok_or_else(|| Diagnostic::missing("data/memberships.json"))?;
        let mut members: Vec<&Member> = content.members.iter().collect();
        members.sort_by(|a, b| content.number(&b.population).unwrap_or(0.0).total_cmp(&content.number(&a.population).unwrap_or(0.0)));
        Ok(Self { content, memberships, members, words: frame::words(content, ID)? })
    }

    /// All moments in the order of time.
    pub fn moments(&self) -> Vec<Moment> {
        let at = &self.memberships.moments;
        at.iter().enumerate().map(|(i, moment)| self.moment(moment, i.checked_sub(1).and_then(|i| at.get(i)))).collect()
    }

    /// The short name of a club.
    pub fn short<'b>(&'b self, club: &'b str) -> &'b str {
        self.content.organisation_names.get(club).map_or(club, |text| &text.short)
    }

    /// A standing in a word.
    pub fn word(&self, standing: &str) -> &str {
        self.content.labels.as_ref().and_then(|l| l.page.get(&format!("status_{standing}"))).map_or("", String::as_str)
    }

    fn moment(&self, at: &str, before: Option<&String>) -> Moment {
        let mut cells = Vec::new();
        let mut counts = Vec::new();
        let mut news: Vec<(&str, usize, Vec<&str>)> = Vec::new();
        for member in &self.members {
            for club in &self.memberships.clubs {
                let cell = self.cell(&member.iso3, club, at, before);
                if cell.is_new {
                    let name = self.content.state_name(&member.iso3);
                    match news.iter_mut().find(|(c, s, _)| c == club && *s == cell.standing) {
                        Some((.., names)) => names.push(name),
                        None => news.push((club, cell.standing, vec![name])),
                    }
                }
                cells.push(cell);
            }
        }
        for (i, club) in self.memberships.clubs.iter().enumerate() {
            let column = cells.iter().skip(i).step_by(self.memberships.clubs.len());
            // Whoever froze its part is a member by law.
            let members = column.filter(|c| matches!(STANDINGS.get(c.standing), Some(&("member" | "frozen")))).count();
            let number = if members == 0 { self.words.get("none").to_owned() } else { self.content.small_number(members) };
            counts.push(self.words.fill("count", &[("number", &number), ("club", self.short(club))]));
        }
        let item = |(club, standing, names): &(&str, usize, Vec<&str>)| {
            let status = STANDINGS.get(*standing).map_or("", |id| self.word(id));
            self.words.fill("news_item", &[("states", &names.join(", ")), ("club", self.short(club)), ("status", status)])
        };
        let list: Vec<String> = news.iter().map(item).collect();
        let label = self.content.date_long(at);
        let when = if Date::parse(at).is_some_and(|d| d.month.is_some()) { "when_month" } else { "when_year" };
        let when = self.words.fill(when, &[("date", &label)]);
        let members = self.content.small_number(self.members.len());
        let mut sentence = self.words.fill("sentence", &[("when", &when), ("members", &members), ("counts", &counts.join(", "))]);
        if let Some(before) = before.map(|b| self.content.date_long(b)) {
            let key = if list.is_empty() { "no_news" } else { "news" };
            sentence += " ";
            sentence += &self.words.fill(key, &[("date", &before), ("list", &list.join("; "))]);
        }
        Moment { label, sentence, cells }
    }

    fn cell(&self, state: &str, club: &str, at: &str, before: Option<&String>) -> Cell {
        let standing = self.memberships.standing(state, club, at);
        let id = match standing {
            Standing::Is(status) => status.id(),
            Standing::None => "none",
            Standing::Unread => "unread",
        };
        let since = match standing {
            Standing::Is(status) => self.since(self.memberships.spells_of(state, club).find(|s| s.status == status)),
            Standing::None | Standing::Unread => String::new(),
        };
        // A status whose beginning was not read may be older.
        let earlier = before.map(|b| self.memberships.standing(state, club, b));
        let is_new = earlier.is_some_and(|e| e != standing && e != Standing::Unread) && standing != Standing::None;
        Cell { standing: STANDINGS.iter().position(|s| *s == id).unwrap_or(0), is_new, since }
    }

    /// The year in which a spell began.
    pub fn since(&self, spell: Option<&Spell>) -> String {
        let from = spell.and_then(|s| s.from.as_deref()).and_then(Date::parse);
        from.map_or_else(|| self.words.get("unread").to_owned(), |date| date.year.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{fact::Kind, membership::Status};

    fn spell(state: &str, status: Status, from: Option<&str>, to: Option<&str>) -> Spell {
        let own = |date: Option<&str>| date.map(str::to_owned);
        let seen = from.is_none().then(|| "2022".to_owned());
        let (state, organisation) = (state.into(), "SCO".into());
        Spell { state, organisation, status, from: own(from), seen, to: own(to), sources: vec![], kind: Kind::Reported }
    }

    fn member(iso3: &str) -> Member {
        let [since, population, population_share, forces, budget] = [(); 5].map(|()| String::new());
        Member { iso3: iso3.into(), since, population, population_share, forces, budget }
    }

    #[test]
    fn moments_say_what_began_since_the_one_before() {
        let memberships = Memberships {
            clubs: vec!["SCO".into()],
            moments: ["2015", "2022-01", "2024"].map(String::from).into(),
            shown: "2015".into(),
            spells: vec![
                spell("BLR", Status::Observer, Some("2010"), Some("2024-07-04")),
                spell("BLR", Status::Member, Some("2024-07-04"), None),
                spell("ARM", Status::Partner, None, None),
            ],
        };
        let words = [
            ("sentence", "{when}: {counts}."),
            ("when_year", "End of {date}"),
            ("when_month", "In {date}"),
            ("count", "{club} {number}"),
            ("news", "New since {date}: {list}."),
            ("news_item", "{states} ({club})"),
            ("no_news", "Nothing since {date}."),
        ];
        let words = Words::new(words);
        let (content, belarus, armenia) = (Content::default(), member("BLR"), member("ARM"));
        let data = Overlaps { content: &content, memberships: &memberships, members: vec![&belarus, &armenia], words };
        let moments = data.moments();
        let sentences: Vec<&str> = moments.iter().map(|m| m.sentence.as_str()).collect();
        assert_eq!(
            sentences,
            ["End of 2015: SCO none.", "In 2022-01: SCO none. Nothing since 2015.", "End of 2024: SCO 1. New since 2022-01: BLR (SCO)."]
        );
        let cells = |i: usize| moments[i].cells.iter().map(|c| (STANDINGS[c.standing], c.is_new, &*c.since)).collect::<Vec<_>>();
        // Armenia's beginning was not read: so it is not shown as new when it is first seen.
        assert_eq!(cells(0), [("observer", false, "2010"), ("unread", false, "")]);
        assert_eq!(cells(1), [("observer", false, "2010"), ("partner", false, "unread")]);
        assert_eq!(cells(2), [("member", true, "2024"), ("partner", false, "unread")]);
    }

    #[test]
    fn who_froze_its_part_still_counts_as_a_member_and_who_only_observes_does_not() {
        let spells = |status| vec![spell("ARM", status, Some("2002"), None)];
        let words = [("sentence", "{counts}"), ("count", "{number}"), ("none", "none")];
        let (content, armenia) = (Content::default(), member("ARM"));
        for (status, count) in [(Status::Member, "1"), (Status::Frozen, "1"), (Status::Observer, "none"), (Status::Partner, "none")] {
            let (clubs, moments, shown) = (vec!["SCO".into()], vec!["2024".into()], "2024".into());
            let memberships = Memberships { clubs, moments, shown, spells: spells(status) };
            let data = Overlaps { content: &content, memberships: &memberships, members: vec![&armenia], words: Words::new(words) };
            assert_eq!(data.moments()[0].sentence, count, "{status:?}");
        }
    }
}
