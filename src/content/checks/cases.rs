//! Checks of the cases that are put to article 4.

use super::entries;
use crate::{
    content::{
        Content,
        error::{Diagnostic, Problem},
    },
    model::article_4::{Answer, Question},
};

const DATA: &str = "data/cases.json";
const WORDS: &str = "en/cases.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    faults.extend(entries::ids(DATA, content.cases.iter().map(|c| &c.id), WORDS, &content.case_texts));
    for case in &content.cases {
        let mut own = Vec::new();
        let mut fault = |problem: Problem| own.push(Diagnostic::new(DATA, &case.id, problem));
        if content.ledger.iter().all(|row| row.id != case.id) {
            fault(("has no row in data/ledger.json, where its day stands", "correct the id or add the row").into());
        }
        for question in Question::ALL {
            match (question, case.answers.get(&question)) {
                (Question::Asked, None) => {}
                (Question::Asked, Some(_)) => fault(("answers `asked`, which data/ledger.json answers", "remove it here").into()),
                (_, None) => {
                    fault((format!("does not answer `{}`", question.id()), "add the answer, `not-found` where no source says").into())
                }
                (_, Some(finding)) => {
                    let place = format!("{}.{}", case.id, question.id());
                    faults.extend(finding.faults(DATA, &place, finding.answer == Answer::NotFound, content));
                    faults.extend(finding.one_sided(DATA, &place, content));
                }
            }
        }
        faults.extend(own);
    }
    for row in content.ledger.iter().filter(|row| content.cases.iter().all(|case| case.id != row.id)) {
        faults.push(Diagnostic::new(DATA, &row.id, ("is a row of the ledger that is put to no test", "add its answers")));
    }
    for (id, text) in &content.case_texts {
        for question in Question::ALL {
            match text.get(question.id()) {
                Some(words) => faults.extend(entries::line(WORDS, &format!("{id}.{}", question.id()), words, content)),
                None => faults.push(Diagnostic::new(WORDS, id, (format!("has no words for `{}`", question.id()), "add them"))),
            }
        }
        for key in text.keys().filter(|key| Question::ALL.iter().all(|question| question.id() != key.as_str())) {
            faults.push(Diagnostic::new(WORDS, id, (format!("has words for the unknown question `{key}`"), "correct it")));
        }
    }
}
