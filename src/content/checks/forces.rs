//! Checks of the forces on paper.

use crate::content::{
    Content,
    error::{Diagnostic, Problem},
    fact::{Fact, Kind},
};

const DATA: &str = "data/forces.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let Some(forces) = &content.forces else {
        faults.push(Diagnostic::new(DATA, "", ("is empty", "list the forces")));
        return;
    };
    let mut fault = |place: &str, problem: Problem| faults.push(Diagnostic::new(DATA, place, problem));
    let counts_soldiers = |fact: &Fact| fact.number.is_some() && fact.unit.as_deref() == Some("soldiers");
    for force in &forces.forces {
        if force.strengths.is_empty() {
            fault(&force.id, ("has no strength", "name at least one fact").into());
        }
        for id in &force.strengths {
            let known = content.facts.get(id);
            let unpublished = force.strengths.len() == 1 && known.is_some_and(|f| f.kind == Kind::NotPublished);
            if !unpublished && !known.is_some_and(counts_soldiers) {
                fault(&force.id, (format!("names `{id}`, which is no fact with a number of soldiers"), "correct it").into());
            }
        }
    }
    for id in [&forces.present, &forces.permitted] {
        if !content.facts.get(id).is_some_and(counts_soldiers) {
            fault("", (format!("names `{id}`, which is no fact with a number of soldiers"), "correct it").into());
        }
    }
}
