//! Checks of an answer and the facts that carry it, for the ledger and the cases.

use crate::{
    content::{Content, error::Diagnostic, fact::Kind, finding::Finding},
    model::article_4::Answer,
};

impl<T> Finding<T> {
    /// The faults of a finding in `file` at `place`, which is `unfound` where no source says: an answer without a fact, and
    /// facts that are not there.
    pub(crate) fn faults(&self, file: &str, place: &str, unfound: bool, content: &Content) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        if self.facts.is_empty() && !unfound {
            faults.push(Diagnostic::new(file, place, ("is answered without a fact", "name one, or answer `not-found`")));
        }
        for id in self.facts.iter().filter(|id| !content.facts.contains_key(*id)) {
            faults.push(Diagnostic::new(file, place, (format!("rests on the unknown fact `{id}`"), "correct the id or add the fact")));
        }
        faults
    }
}

impl Finding<Answer> {
    /// The fault of a finding in `file` at `place` that is called disputed although its facts are of one side alone: it needs a
    /// fact that is itself disputed or a judgement, or two facts of which each may be one party’s word.
    pub(crate) fn one_sided(&self, file: &str, place: &str, content: &Content) -> Option<Diagnostic> {
        let both = |id: &String| content.facts.get(id).is_some_and(|fact| matches!(fact.kind, Kind::Disputed | Kind::Judgement));
        let is_carried = self.answer != Answer::Disputed || self.facts.len() != 1 || self.facts.iter().any(both);
        let message = ("is called disputed on one fact, which tells one side", "name a fact of the other side, or answer as the fact does");
        (!is_carried).then(|| Diagnostic::new(file, place, message))
    }
}
