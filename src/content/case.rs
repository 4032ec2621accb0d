//! The cases that are put to article 4: `data/cases.json`, with their words in `en/cases.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::number::Date;
use crate::model::article_4::{Answer, Answers, Question, Wording};

/// A case and its answers. Day, title and what came of it stand in the row of the ledger that has its id.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The id of its row in the ledger.
    pub id: String,
    /// What the sources answer, by question.
    pub answers: BTreeMap<Question, Finding>,
}

/// An answer and the facts that carry it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The answer.
    pub answer: Answer,
    /// Fact ids; none where nothing was read.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// A few words for each answer of a case, by question id.
pub type CaseText = BTreeMap<String, String>;

impl Case {
    /// The answers in the order of the questions; what has no answer was not read, which validation reports.
    pub fn answers(&self) -> Answers {
        Question::ALL.map(|question| self.answers.get(&question).map_or(Answer::NotRead, |finding| finding.answer))
    }
}

/// The wording that applied on `day`, when the amended one took effect on `amended`; both `yyyy-mm-dd`.
pub fn wording_on(day: &str, amended: &str) -> Wording {
    if Date::parse(day) < Date::parse(amended) { Wording::First } else { Wording::Since }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_against_the_words_of_its_day() {
        assert_eq!(wording_on("2010-06-12", "2012-12-19"), Wording::First);
        assert_eq!(wording_on("2012-12-19", "2012-12-19"), Wording::Since);
    }
}
