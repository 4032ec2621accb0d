//! What the path says of a state: what an answer means, where the case stands, and whether the council acted.

use super::{
    data::{TestData, answer_key, line_key},
    state::State,
};
use crate::model::article_4::{Answer, Outcome, Question, Wording, outcome};

impl TestData {
    /// What the answer to `question` means under the chosen wording, and what the sources answer where it differs.
    pub(crate) fn line(&self, state: &State, question: Question) -> String {
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
    pub(crate) fn law(&self, state: &State) -> String {
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
    pub(crate) fn will(&self, state: &State) -> &str {
        self.words.get(match state.answers.last() {
            Some(Answer::Yes) => "will_yes",
            Some(Answer::No) => "will_no",
            Some(Answer::Disputed) => "will_disputed",
            _ => "will_not-found",
        })
    }
}

/// The key of “of 1992” and “since 2012”.
fn of_key(wording: Wording) -> &'static str {
    match wording {
        Wording::First => "of_1992",
        Wording::Since => "of_since-2012",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{figures::article_4_test::data::Known, text::words::Words};

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
        TestData { cases: vec![Known { id: "a".into(), wording: Wording::Since, answers }], first: 0, words: Words::new(words) }
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
