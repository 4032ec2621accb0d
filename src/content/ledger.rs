//! The ledger of appeals: each crisis of a member, what was asked of the alliance and what came.

use serde::Deserialize;

use super::number::Date;

/// One row, from `data/ledger.json`; rows stand in the order of time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// Stable id.
    pub id: String,
    /// The day of the appeal, or of the first fighting where there was none: `yyyy-mm-dd`.
    pub date: String,
    /// ISO codes of the members that the crisis struck.
    pub states: Vec<String>,
    /// Whether the alliance was asked.
    pub asked: Asked,
    /// Whether the alliance sent soldiers.
    pub soldiers_came: bool,
    /// Slug of the chapter that tells of it.
    pub chapter: String,
}

/// Whether the alliance was asked for help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asked {
    /// An appeal is reported.
    Yes,
    /// The state denies an appeal, or none was found.
    No,
    /// Sources differ on who was asked.
    Disputed,
}

impl Asked {
    /// The id used in the data and in `data-asked`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Disputed => "disputed",
        }
    }
}

/// The words of a row, from `en/ledger.json`, with references in the syntax of [`super::markdown`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealText {
    /// Where, in a few words.
    pub title: String,
    /// What came, in a few words beside the mark.
    pub mark: String,
    /// Who asked whom, for what, in a line or two.
    pub short: String,
    /// The same in full.
    pub asked: String,
    /// What came, in sentences.
    pub came: String,
    /// How the alliance or Russia explained it.
    pub explained: String,
    /// The dead, by each side's count.
    pub toll: String,
}

impl AppealText {
    /// The texts that may hold references, with the names of their fields.
    pub fn lines(&self) -> [(&'static str, &str); 7] {
        [
            ("title", &self.title),
            ("mark", &self.mark),
            ("short", &self.short),
            ("asked", &self.asked),
            ("came", &self.came),
            ("explained", &self.explained),
            ("toll", &self.toll),
        ]
    }
}

/// `rows` before the month in which the essay was `written`, and those since.
pub fn split<'a>(rows: &'a [Appeal], written: &str) -> (&'a [Appeal], &'a [Appeal]) {
    let written = Date::parse(written);
    let since = rows.iter().position(|a| Date::parse(&a.date) >= written).unwrap_or(rows.len());
    rows.split_at(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_split_at_the_month_of_the_essay() {
        let row = |date: &str| Appeal {
            id: date.into(),
            date: date.into(),
            states: vec![],
            asked: Asked::No,
            soldiers_came: false,
            chapter: String::new(),
        };
        let rows = ["2010-06-12", "2022-01-05", "2022-02-01", "2022-09-13"].map(row);
        let (before, since) = split(&rows, "2022-02");
        assert_eq!((before.len(), since.len()), (2, 2));
        assert_eq!(split(&rows, "2023").1, []);
    }
}
