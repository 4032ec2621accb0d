//! What a reader can change, and how it stands in the address.
//!
//! `v=1&test=kazakhstan-2022&test-words=since-2012&test-answers=ddyyy`, one letter for each answer: yes, no, disputed, not found.
//! Without its answers or its wording a case has those of the sources and of its day. Version 1 is never given another
//! meaning.

use super::data::TestData;
use crate::model::{
    article_4::{Answer, Answers, Question, Wording},
    choice::VERSION,
};

/// The keys that belong to this figure; all others in an address are left alone.
pub(crate) const KEYS: [&str; 4] = ["v", "test", "test-words", "test-answers"];

/// The figure's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Index of the case.
    pub case: usize,
    /// The wording to which it is put.
    pub wording: Wording,
    /// The answers, the reader's or the sources'.
    pub answers: Answers,
}

impl State {
    /// The case that is shown first, as the sources answer it.
    pub(crate) fn default_of(data: &TestData) -> Self {
        Self::of_case(data, data.first)
    }

    /// The case at `index`, as the sources answer it and with the wording of its day.
    pub(crate) fn of_case(data: &TestData, index: usize) -> Self {
        let known = data.cases.get(index);
        Self {
            case: index,
            wording: known.map_or(Wording::Since, |k| k.wording),
            answers: known.map_or([Answer::NotFound; 5], |k| k.answers),
        }
    }

    /// The states that have names, by them: each case as the sources answer it.
    #[cfg(feature = "ssr")]
    pub(crate) fn named(data: &TestData) -> Vec<(String, Self)> {
        data.cases.iter().enumerate().map(|(at, known)| (known.id.clone(), Self::of_case(data, at))).collect()
    }

    /// The query that says no more than the case, which is then as the sources answer it.
    #[cfg(feature = "ssr")]
    pub(crate) fn query_of_case(id: &str) -> String {
        ["v=", VERSION, "&test=", id].concat()
    }

    /// Reads a query without its `?`: the state, and whether every value of this figure was understood. A bad value falls
    /// back to what the sources say.
    pub fn parse(query: &str, data: &TestData) -> (Self, bool) {
        let (mut case, mut wording, mut answers) = (None, None, None);
        for pair in query.split('&') {
            let Some((key, value)) = pair.split_once('=') else { continue };
            match key {
                "v" if value != VERSION => return (Self::default_of(data), false),
                "test" => case = Some(data.cases.iter().position(|known| known.id == value)),
                "test-words" => wording = Some(Wording::find(value)),
                "test-answers" => answers = Some(answers_from(value)),
                _ => {}
            }
        }
        let understood = case != Some(None) && wording != Some(None) && answers != Some(None);
        let mut state = Self::of_case(data, case.flatten().unwrap_or(data.first));
        // The answers of a case that is not known belong to no other.
        if case != Some(None) {
            state.wording = wording.flatten().unwrap_or(state.wording);
            state.answers = answers.flatten().unwrap_or(state.answers);
        }
        (state, understood)
    }

    /// The full state as a query without its `?`.
    pub fn to_query(self, data: &TestData) -> String {
        let case = data.cases.get(self.case).map_or("", |known| known.id.as_str());
        ["v=", VERSION, "&test=", case, "&test-words=", self.wording.id(), "&test-answers=", &letters(self.answers)].concat()
    }
}

/// The letters of the answers.
pub(crate) fn letters(answers: Answers) -> String {
    answers.iter().map(|answer| answer.letter()).collect()
}

/// The answers that the letters stand for; `None` if there are not exactly five letters, or if one of them is no answer.
pub(crate) fn answers_from(letters: &str) -> Option<Answers> {
    let mut found = [Answer::NotFound; Question::ALL.len()];
    let mut letters = letters.chars();
    for answer in &mut found {
        let letter = letters.next()?;
        *answer = Answer::ALL.into_iter().find(|answer| answer.letter() == letter)?;
    }
    letters.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{figures::article_4_test::data::Known, text::words::Words};
    use Answer::{Disputed, No, NotFound, Yes};

    fn data() -> TestData {
        let known = |id: &str, wording, answers| Known { id: id.into(), wording, answers };
        TestData {
            cases: vec![
                known("kyrgyzstan-2010", Wording::First, [Disputed, No, Yes, Disputed, NotFound]),
                known("kazakhstan-2022", Wording::Since, [Disputed, Disputed, Yes, Yes, Yes]),
            ],
            first: 1,
            words: Words::default(),
        }
    }

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, case, wording, answers) in [
            ("", 1, Wording::Since, "ddyyy"),
            ("v=1&test=kazakhstan-2022&test-words=since-2012&test-answers=ddyyy", 1, Wording::Since, "ddyyy"),
            ("v=1&test=kyrgyzstan-2010&test-words=since-2012&test-answers=dnydu", 0, Wording::Since, "dnydu"),
            ("test=kyrgyzstan-2010", 0, Wording::First, "dnydu"),
            ("test=kyrgyzstan-2010&test-words=since-2012", 0, Wording::Since, "dnydu"),
            ("test-answers=nnnnn", 1, Wording::Since, "nnnnn"),
            ("v=1&treaty=1992&test-words=1992&theme=dark", 1, Wording::First, "ddyyy"),
        ] {
            let (state, understood) = State::parse(query, &data());
            assert_eq!((state.case, state.wording, &*letters(state.answers)), (case, wording, answers), "{query}");
            assert!(understood, "{query}");
        }
    }

    #[test]
    fn bad_values_fall_back_and_are_noticed() {
        let default = State::default_of(&data());
        for query in [
            "test=atlantis",
            "test=atlantis&test-answers=nnnnn",
            "test-words=2010",
            "test-answers=",
            "test-answers=yyyy",
            "test-answers=yyyyyy",
            "test-answers=yyyyx",
            "test-answers=ää",
            "v=2&test=kyrgyzstan-2010",
        ] {
            assert_eq!(State::parse(query, &data()), (default, false), "{query}");
        }
    }

    #[test]
    fn a_state_written_and_read_is_the_same() {
        for case in 0..2 {
            for wording in Wording::ALL {
                for n in 0..4usize.pow(5) {
                    let answers = std::array::from_fn(|i| Answer::ALL[n / 4usize.pow(i as u32) % 4]);
                    let state = State { case, wording, answers };
                    assert_eq!(State::parse(&state.to_query(&data()), &data()), (state, true));
                }
            }
        }
    }
}
