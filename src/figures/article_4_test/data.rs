//! What the path shows: the cases, and the words for what an answer means and where a case stands.

use serde::{Deserialize, Serialize};

use super::state::State;
use crate::{
    figures::words::Words,
    model::article_4::{Answer, Answers, Bearing, Outcome, Question, Wording, bearing, outcome},
};

/// A case as the sources answer it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its id in the ledger and in addresses.
    pub id: String,
    /// The wording of its day.
    pub wording: Wording,
    /// What the sources answer.
    pub answers: Answers,
}

/// Everything the path needs, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestData {
    /// The cases in the order of time.
    pub cases: Vec<Known>,
    /// The index of the case that is shown first.
    pub first: usize,
    /// The words.
    pub words: Words,
}

impl TestData {
    /// What the answer to `question` means under the chosen wording, and what the sources answer where it differs.
    pub fn line(&self, state: &State, question: Question) -> String {
        let at = question as usize;
        let (Some(&answer), Some(known)) = (state.answers.get(at), self.cases.get(state.case)) else { return String::new() };
        let line = self.words.get(line_key(state.wording, question, answer));
        match known.answers.get(at) {
            Some(&sourced) if sourced != answer => {
                [line, " ", &self.words.fill("changed", &[("answer", self.words.get(answer_key(sourced)))])].concat()
            }
            _ => line.to_owned(),
        }
    }

    /// Where the case stands under the chosen wording, in a sentence.
    pub fn law(&self, state: &State) -> String {
        let of = self.words.get(of_key(state.wording));
        let (key, question) = match outcome(state.wording, state.answers) {
            Outcome::Within => ("law_within", None),
            Outcome::Outside(question) => ("law_outside", Some(question)),
            Outcome::Open(question) => ("law_open", Some(question)),
        };
        let number = question.map_or_else(String::new, |q| (q as usize + 1).to_string());
        self.words.fill(key, &[("of", of), ("number", &number)])
    }

    /// Whether the council acted, in a sentence.
    pub fn will(&self, state: &State) -> &str {
        self.words.get(match state.answers.last() {
            Some(Answer::Yes) => "will_yes",
            Some(Answer::No) => "will_no",
            Some(Answer::Disputed) => "will_disputed",
            _ => "will_not-found",
        })
    }
}

/// The key of an answer's name.
pub fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "answer_yes",
        Answer::No => "answer_no",
        Answer::Disputed => "answer_disputed",
        Answer::NotFound => "answer_not-found",
    }
}

/// The key of “of 1992” and “since 2012”.
fn of_key(wording: Wording) -> &'static str {
    match wording {
        Wording::First => "of_1992",
        Wording::Since => "of_since-2012",
    }
}

/// The key of what `answer` means under `wording`, in the words of the article.
pub fn line_key(wording: Wording, question: Question, answer: Answer) -> &'static str {
    match (question, wording, bearing(wording, question, answer)) {
        (Question::Attacked, Wording::First, Bearing::Met) => "line_attacked_1992",
        (Question::Attacked, Wording::Since, Bearing::Met) => "line_attacked_since",
        (Question::Attacked, _, Bearing::Failed) => "line_attacked_failed",
        (Question::Foreign, Wording::First, Bearing::Met) => "line_foreign_met",
        (Question::Foreign, Wording::First, Bearing::Failed) => "line_foreign_failed",
        (Question::Foreign, Wording::Since, Bearing::Silent) => "line_foreign_covered",
        (Question::Foreign, Wording::Since, _) => "line_foreign_open",
        (Question::Territory, _, Bearing::Silent) => "line_territory_covered",
        (Question::Territory, ..) => "line_territory_open",
        (Question::Asked, Wording::First, _) => "line_asked_1992",
        (Question::Asked, Wording::Since, Bearing::Met) => "line_asked_met",
        (Question::Asked, Wording::Since, Bearing::Failed) => "line_asked_failed",
        (Question::Council, ..) => "line_council",
        (Question::Attacked | Question::Foreign | Question::Asked, ..) => "line_open",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> TestData {
        let words = [
            ("law_within", "within {of}"),
            ("law_outside", "outside {of} at {number}"),
            ("law_open", "open {of} at {number}"),
            ("of_1992", "1992"),
            ("of_since-2012", "2012"),
            ("line_open", "open"),
            ("line_attacked_since", "an armed attack"),
            ("changed", "sources: {answer}"),
            ("answer_disputed", "disputed"),
            ("will_yes", "acted"),
        ];
        let answers = [Answer::Disputed, Answer::Yes, Answer::Yes, Answer::Yes, Answer::Yes];
        TestData {
            cases: vec![Known { id: "a".into(), wording: Wording::Since, answers }],
            first: 0,
            words: Words(words.map(|(k, v)| (k.into(), v.into())).into()),
        }
    }

    #[test]
    fn outcomes_name_their_wording_and_question() {
        let data = data();
        let mut state = State::default_of(&data);
        assert_eq!(data.law(&state), "open 2012 at 1");
        assert_eq!(data.will(&state), "acted");
        state.answers[0] = Answer::Yes;
        assert_eq!(data.law(&state), "within 2012");
        state.answers[1] = Answer::No;
        state.wording = Wording::First;
        assert_eq!(data.law(&state), "outside 1992 at 2");
    }

    #[test]
    fn a_changed_answer_says_what_the_sources_say() {
        let data = data();
        let mut state = State::default_of(&data);
        assert_eq!(data.line(&state, Question::Attacked), "open");
        state.answers[0] = Answer::Yes;
        assert_eq!(data.line(&state, Question::Attacked), "an armed attack sources: disputed");
    }
}
