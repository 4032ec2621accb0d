//! Article 4 as a rule: what each wording, as far as it was read, says to a case described by five answers.
//!
//! The words of 1992 name an attacker (“by any state or group of states”) and ask for no request. Those since 2012
//! explain aggression as “an armed attack”, name no attacker, and give help “at the request” of the member attacked.
//! Neither names a territory or a decision of the council. Where the words do not speak, they are left open; nothing
//! is filled in from what officials said about them.

use serde::{Deserialize, Serialize};

/// A wording of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wording {
    /// As signed in 1992.
    First,
    /// As amended by the protocol of 2010, in force since 2012.
    Since,
}

impl Wording {
    /// Both, in the order of time.
    pub(crate) const ALL: [Self; 2] = [Self::First, Self::Since];

    /// The value in addresses and data files.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::First => "1992",
            Self::Since => "since-2012",
        }
    }

    /// The wording called `id`.
    pub(crate) fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wording| wording.id() == id)
    }
}

/// What is asked of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Question {
    /// Was the member attacked with arms?
    Attacked,
    /// By a foreign state?
    Foreign,
    /// On its own territory?
    Territory,
    /// Did it ask for help?
    Asked,
    /// Did the alliance's council act?
    Council,
}

impl Question {
    /// All, in their order.
    pub(crate) const ALL: [Self; 5] = [Self::Attacked, Self::Foreign, Self::Territory, Self::Asked, Self::Council];

    /// The id in words, data files and names of controls.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Attacked => "attacked",
            Self::Foreign => "foreign",
            Self::Territory => "territory",
            Self::Asked => "asked",
            Self::Council => "council",
        }
    }
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Sources, or readings of the same events, differ.
    Disputed,
    /// We found no source that says.
    NotFound,
}

impl Answer {
    /// All, in the order of the controls.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Disputed, Self::NotFound];

    /// The letter in addresses.
    pub(crate) fn letter(self) -> char {
        match self {
            Self::Yes => 'y',
            Self::No => 'n',
            Self::Disputed => 'd',
            Self::NotFound => 'u',
        }
    }

    /// The id in words and data files.
    #[cfg(feature = "ssr")]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Disputed => "disputed",
            Self::NotFound => "not-found",
        }
    }
}

/// One answer per question, in their order.
pub(crate) type Answers = [Answer; 5];

/// What an answer means under a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearing {
    /// The words are met.
    Met,
    /// The words are not met.
    Failed,
    /// The words, or the answer, leave it open.
    Open,
    /// The words do not ask.
    Silent,
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The words are met: the others owe help.
    Within,
    /// The words are not met at this question.
    Outside(Question),
    /// The words leave it open at this question, and are met at all before it.
    Open(Question),
}

impl Outcome {
    /// The id in words and data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Outside(_) => "outside",
            Self::Open(_) => "open",
        }
    }
}

/// What `answer` to `question` means under `wording`.
pub(crate) fn bearing(wording: Wording, question: Question, answer: Answer) -> Bearing {
    match (question, wording, answer) {
        // The council is in neither wording; a request is not in that of 1992.
        (Question::Council, ..) | (Question::Asked, Wording::First, _) => Bearing::Silent,
        // No territory is named: what happens on the member's own is covered, what happens elsewhere is not excluded.
        (Question::Territory, _, Answer::Yes) => Bearing::Silent,
        (Question::Territory, ..) => Bearing::Open,
        // No attacker is named since 2012: a state's attack is covered, another's is not excluded.
        (Question::Foreign, Wording::Since, Answer::Yes) => Bearing::Silent,
        (Question::Foreign, Wording::Since, _) => Bearing::Open,
        (_, _, Answer::Yes) => Bearing::Met,
        (_, _, Answer::No) => Bearing::Failed,
        (_, _, Answer::Disputed | Answer::NotFound) => Bearing::Open,
    }
}

/// Whether a member was attacked from outside: it was `attacked` with arms, and by a `foreign` state.
#[cfg(feature = "ssr")]
pub(crate) fn from_outside(attacked: Answer, foreign: Answer) -> Answer {
    match (attacked, foreign) {
        (Answer::No, _) | (_, Answer::No) => Answer::No,
        (Answer::Yes, Answer::Yes) => Answer::Yes,
        (Answer::Disputed, _) | (_, Answer::Disputed) => Answer::Disputed,
        (Answer::NotFound, _) | (_, Answer::NotFound) => Answer::NotFound,
    }
}

/// The questions at which `answers` have the `sought` bearing under `wording`.
pub(crate) fn at(wording: Wording, answers: Answers, sought: Bearing) -> impl Iterator<Item = Question> {
    let pairs = Question::ALL.into_iter().zip(answers);
    pairs.filter(move |(question, answer)| bearing(wording, *question, *answer) == sought).map(|(question, _)| question)
}

/// Where a case with `answers` stands under `wording`: outside where one question fails, whatever else is open.
pub fn outcome(wording: Wording, answers: Answers) -> Outcome {
    let first = |sought| at(wording, answers, sought).next();
    match (first(Bearing::Failed), first(Bearing::Open)) {
        (Some(question), _) => Outcome::Outside(question),
        (None, Some(question)) => Outcome::Open(question),
        (None, None) => Outcome::Within,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Answer::{Disputed, No, NotFound, Yes};

    fn every_answers() -> impl Iterator<Item = Answers> {
        (0..4usize.pow(5)).map(|n| std::array::from_fn(|i| Answer::ALL[n / 4usize.pow(i as u32) % 4]))
    }

    #[test]
    fn a_plain_case_is_within_both_wordings() {
        for wording in Wording::ALL {
            assert_eq!(outcome(wording, [Yes, Yes, Yes, Yes, Yes]), Outcome::Within);
        }
    }

    #[test]
    fn the_words_of_1992_need_a_state_and_no_request() {
        assert_eq!(outcome(Wording::First, [Yes, No, Yes, Yes, Yes]), Outcome::Outside(Question::Foreign));
        assert_eq!(outcome(Wording::First, [Yes, Yes, Yes, No, No]), Outcome::Within);
        assert_eq!(outcome(Wording::First, [Yes, NotFound, Yes, Yes, Yes]), Outcome::Open(Question::Foreign));
    }

    #[test]
    fn the_words_since_2012_need_a_request_and_name_no_attacker() {
        assert_eq!(outcome(Wording::Since, [Yes, No, Yes, Yes, Yes]), Outcome::Open(Question::Foreign));
        assert_eq!(outcome(Wording::Since, [Yes, Yes, Yes, No, Yes]), Outcome::Outside(Question::Asked));
        assert_eq!(outcome(Wording::Since, [Yes, Yes, Yes, Disputed, Yes]), Outcome::Open(Question::Asked));
    }

    #[test]
    fn no_wording_names_a_territory() {
        for wording in Wording::ALL {
            assert_eq!(outcome(wording, [Yes, Yes, No, Yes, Yes]), Outcome::Open(Question::Territory));
        }
    }

    #[test]
    fn without_an_attack_nothing_else_matters() {
        for answers in every_answers() {
            let mut answers = answers;
            answers[0] = No;
            for wording in Wording::ALL {
                assert_eq!(outcome(wording, answers), Outcome::Outside(Question::Attacked), "{answers:?}");
            }
        }
    }

    #[test]
    fn the_council_never_changes_the_outcome() {
        for answers in every_answers() {
            for wording in Wording::ALL {
                for council in Answer::ALL {
                    let [a, b, c, d, _] = answers;
                    assert_eq!(outcome(wording, [a, b, c, d, council]), outcome(wording, answers));
                }
            }
        }
    }

    #[test]
    fn doubt_alone_never_settles_a_case() {
        for doubt in [Disputed, NotFound] {
            for wording in Wording::ALL {
                for question in Question::ALL {
                    assert!(matches!(bearing(wording, question, doubt), Bearing::Open | Bearing::Silent));
                }
                assert_eq!(outcome(wording, [doubt; 5]), Outcome::Open(Question::Attacked));
            }
        }
    }

    #[test]
    fn an_attack_from_outside_is_both() {
        for (attacked, foreign, outside) in [
            (Yes, Yes, Yes),
            (Yes, No, No),
            (No, NotFound, No),
            (Disputed, No, No),
            (Disputed, Yes, Disputed),
            (NotFound, Disputed, Disputed),
            (NotFound, Yes, NotFound),
            (NotFound, NotFound, NotFound),
        ] {
            assert_eq!(from_outside(attacked, foreign), outside, "{attacked:?} {foreign:?}");
            assert_eq!(from_outside(foreign, attacked), outside, "{foreign:?} {attacked:?}");
        }
    }

    #[test]
    fn ids_are_read_back() {
        for wording in Wording::ALL {
            assert_eq!(Wording::find(wording.id()), Some(wording));
        }
        assert_eq!(Wording::find("2010"), None);
    }
}
