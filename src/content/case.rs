//! The cases that are put to article 4: `data/cases.json`, with their words in `en/cases.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{finding::Finding, ledger::Appeal, number::Date};
use crate::model::article_4::{Answer, Answers, Question, Wording, from_outside};

/// A case and its answers. Day, title, whether the alliance was asked and what came of it stand in the row of the ledger
/// that has its id.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The id of its row in the ledger.
    pub id: String,
    /// What the sources answer, by question; all but [`Question::Asked`], which the ledger answers.
    pub answers: BTreeMap<Question, Finding<Answer>>,
}

/// A few words for each answer of a case, by question id.
pub(crate) type CaseText = BTreeMap<String, String>;

impl Case {
    /// What the sources answer to `question`, where `row` is its row of the ledger; `None` is reported by validation.
    pub(crate) fn finding<'a>(&'a self, question: Question, row: &'a Appeal) -> Option<&'a Finding<Answer>> {
        if question == Question::Asked { Some(&row.alliance) } else { self.answers.get(&question) }
    }

    /// The answers in the order of the questions.
    pub(crate) fn answers(&self, row: &Appeal) -> Answers {
        Question::ALL.map(|question| self.finding(question, row).map_or(Answer::NotFound, |finding| finding.answer))
    }

    /// Whether the member was attacked from outside, with the facts that say so.
    pub(crate) fn attack_from_outside(&self) -> Finding<Answer> {
        let [attacked, foreign] = [Question::Attacked, Question::Foreign].map(|question| self.answers.get(&question));
        let answer = |finding: Option<&Finding<Answer>>| finding.map_or(Answer::NotFound, |finding| finding.answer);
        let mut facts: Vec<String> = Vec::new();
        for fact in [attacked, foreign].into_iter().flatten().flat_map(|finding| &finding.facts) {
            if !facts.contains(fact) {
                facts.push(fact.clone());
            }
        }
        Finding { answer: from_outside(answer(attacked), answer(foreign)), facts }
    }
}

/// The wording that applied on `day`, when the amended one took effect on `amended`; both `yyyy-mm-dd`.
pub(crate) fn wording_on(day: &str, amended: &str) -> Wording {
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
