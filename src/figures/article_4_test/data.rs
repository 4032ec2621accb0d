//! What the path shows: the cases, and the keys of the words for their answers.

use serde::{Deserialize, Serialize};

use crate::{
    model::article_4::{Answer, Answers, Bearing, Question, Wording, bearing},
    text::words::Words,
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

/// The key of an answer's name.
pub(crate) fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "answer_yes",
        Answer::No => "answer_no",
        Answer::Disputed => "answer_disputed",
        Answer::NotFound => "answer_not-found",
    }
}

/// The key of a question's words.
pub(crate) fn question_key(question: Question) -> &'static str {
    match question {
        Question::Attacked => "question_attacked",
        Question::Foreign => "question_foreign",
        Question::Territory => "question_territory",
        Question::Asked => "question_asked",
        Question::Council => "question_council",
    }
}

/// The key of the head of a wording's column.
pub(crate) fn wording_key(wording: Wording) -> &'static str {
    match wording {
        Wording::First => "column_1992",
        Wording::Since => "column_since-2012",
    }
}

/// The key of what `answer` means under `wording`, in the words of the article.
pub(crate) fn line_key(wording: Wording, question: Question, answer: Answer) -> &'static str {
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
