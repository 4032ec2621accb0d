//! Checks of the cases that are put to article 4.

use super::entries;
use crate::{
    content::{book::Book, error::ContentError},
    model::article_4::{Answer, Question},
};

const DATA: &str = "data/cases.json";
const WORDS: &str = "en/cases.json";

/// Adds the faults found.
pub fn faults(book: &Book, faults: &mut Vec<ContentError>) {
    faults.extend(entries::ids(DATA, book.cases.iter().map(|c| &c.id), WORDS, &book.case_texts));
    for case in &book.cases {
        let mut fault = |message: String| faults.push(ContentError::new(DATA, &case.id, message));
        if book.ledger.iter().all(|row| row.id != case.id) {
            fault("has no row in data/ledger.json, where its day stands; correct the id or add the row".into());
        }
        for question in Question::ALL {
            let Some(finding) = case.answers.get(&question) else {
                fault(format!("does not answer `{}`; add the answer, `not-read` where no source says", question.id()));
                continue;
            };
            if finding.facts.is_empty() && finding.answer != Answer::NotRead {
                fault(format!("answers `{}` without a fact; name one, or answer `not-read`", question.id()));
            }
            for id in finding.facts.iter().filter(|id| !book.facts.contains_key(*id)) {
                fault(format!("answers `{}` by the unknown fact `{id}`; correct the id or add the fact", question.id()));
            }
        }
    }
    for (id, text) in &book.case_texts {
        for question in Question::ALL {
            match text.get(question.id()) {
                Some(words) => faults.extend(entries::line(WORDS, &format!("{id}.{}", question.id()), words, book)),
                None => faults.push(ContentError::new(WORDS, id, format!("has no words for `{}`; add them", question.id()))),
            }
        }
        for key in text.keys().filter(|key| Question::ALL.iter().all(|question| question.id() != key.as_str())) {
            faults.push(ContentError::new(WORDS, id, format!("has words for the unknown question `{key}`; correct it")));
        }
    }
}
