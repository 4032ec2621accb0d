//! How well a case fits the words of article 4, by what was done to a member: whether it was attacked with arms, by a
//! foreign state, and on its own territory. Whether it asked is told by a case's mark, and whether the council acted is no
//! part of the words.

use crate::model::article_4::{Answers, Bearing, Question, Wording, bearing};

/// The questions.
pub(super) const ASKED: [Question; 3] = [Question::Attacked, Question::Foreign, Question::Territory];

/// The most questions that may be open in a case that fits better than others.
const OPEN_IN_BETTER: usize = 1;

/// How a case fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// The words are not met at a question.
    Outside,
    /// Several questions are open.
    Open,
    /// One question is open at most.
    Better,
}

impl Fit {
    /// All, from the worst to the best.
    pub(super) const ALL: [Self; 3] = [Self::Outside, Self::Open, Self::Better];

    /// The keys of its label and of the one that says how it comes about.
    pub(super) fn labels(self) -> [&'static str; 2] {
        match self {
            Self::Outside => ["changes_outside", "changes_outside_by"],
            Self::Open => ["changes_open", "changes_open_by"],
            Self::Better => ["changes_better", "changes_better_by"],
        }
    }
}

/// The questions at which `wording` and `answers` have the `sought` bearing.
pub(super) fn at(wording: Wording, answers: Answers, sought: Bearing) -> Vec<Question> {
    bearings(wording, answers).filter(|(_, bearing)| *bearing == sought).map(|(question, _)| question).collect()
}

/// How a case with `answers` fits `wording`.
pub(super) fn of(wording: Wording, answers: Answers) -> Fit {
    if !at(wording, answers, Bearing::Failed).is_empty() {
        Fit::Outside
    } else if at(wording, answers, Bearing::Open).len() > OPEN_IN_BETTER {
        Fit::Open
    } else {
        Fit::Better
    }
}

fn bearings(wording: Wording, answers: Answers) -> impl Iterator<Item = (Question, Bearing)> {
    let pairs = Question::ALL.into_iter().zip(answers).filter(|(question, _)| ASKED.contains(question));
    pairs.map(move |(question, answer)| (question, bearing(wording, question, answer)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::article_4::Answer::{self, Disputed, No, NotFound, Yes};

    #[test]
    fn a_case_fits_by_how_many_questions_are_open() {
        for (wording, [attacked, foreign, territory], fit) in [
            (Wording::Since, [Disputed, Disputed, Yes], Fit::Open),
            (Wording::Since, [Disputed, Yes, Yes], Fit::Better),
            (Wording::Since, [Yes, Yes, Yes], Fit::Better),
            (Wording::Since, [Disputed, Yes, No], Fit::Open),
            (Wording::Since, [No, Yes, Yes], Fit::Outside),
            // Since 2012 the words name no attacker, so that one of the country's own is not excluded.
            (Wording::Since, [Yes, No, Yes], Fit::Better),
            (Wording::First, [Yes, No, Yes], Fit::Outside),
            (Wording::First, [NotFound, Yes, NotFound], Fit::Open),
        ] {
            // Neither the request nor the council changes anything.
            for other in Answer::ALL {
                assert_eq!(of(wording, [attacked, foreign, territory, other, other]), fit, "{wording:?} {attacked:?} {foreign:?}");
            }
        }
    }
}
