//! How well a case fits the words of article 4: where they put it, and how much of what they ask is open.

use crate::model::article_4::{Answers, Bearing, Outcome, Wording, at, outcome};

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

/// How a case with `answers` fits `wording`.
pub(super) fn of(wording: Wording, answers: Answers) -> Fit {
    match outcome(wording, answers) {
        Outcome::Outside(_) => Fit::Outside,
        Outcome::Open(_) if at(wording, answers, Bearing::Open).count() > OPEN_IN_BETTER => Fit::Open,
        Outcome::Open(_) | Outcome::Within => Fit::Better,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::article_4::Answer::{self, Disputed, No, NotFound, Yes};

    #[test]
    fn a_case_fits_by_how_many_questions_are_open() {
        for (wording, [attacked, foreign, territory, asked], fit) in [
            (Wording::Since, [Disputed, Disputed, Yes, Yes], Fit::Open),
            (Wording::Since, [Disputed, Yes, Yes, Yes], Fit::Better),
            (Wording::Since, [Yes, Yes, Yes, Yes], Fit::Better),
            (Wording::Since, [Disputed, Yes, No, Yes], Fit::Open),
            (Wording::Since, [No, Yes, Yes, Yes], Fit::Outside),
            // Since 2012 the words name no attacker, so that one of the country's own is not excluded.
            (Wording::Since, [Yes, No, Yes, Yes], Fit::Better),
            (Wording::First, [Yes, No, Yes, Yes], Fit::Outside),
            // Since 2012 help follows a request.
            (Wording::Since, [Disputed, Yes, Yes, No], Fit::Outside),
            (Wording::Since, [Disputed, Yes, Yes, NotFound], Fit::Open),
            (Wording::First, [Disputed, Yes, Yes, No], Fit::Better),
            (Wording::First, [NotFound, Yes, NotFound, Yes], Fit::Open),
        ] {
            // Whether the council acted changes nothing.
            for council in Answer::ALL {
                assert_eq!(
                    of(wording, [attacked, foreign, territory, asked, council]),
                    fit,
                    "{wording:?} {attacked:?} {foreign:?} {asked:?}"
                );
            }
        }
    }
}
