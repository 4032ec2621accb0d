//! Checks of the yardsticks.

use std::collections::BTreeSet;

use super::whole::is_whole;
use crate::content::{
    Content,
    error::{Diagnostic, Problem},
    yardstick::Yardstick,
};

const DATA: &str = "data/yardsticks.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for yardstick in &content.yardsticks {
        let place = format!("{} of {}", yardstick.id, yardstick.of.id());
        if !seen.insert(place.clone()) {
            faults.push(Diagnostic::new(DATA, &place, ("stands twice", "keep one of the two")));
        }
        let problems = faults_of(yardstick, content);
        faults.extend(problems.into_iter().map(|m| Diagnostic::new(DATA, &place, m)));
    }
}

fn faults_of(yardstick: &Yardstick, content: &Content) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut sum = 0.0;
    for (iso3, fact) in &yardstick.shares {
        if !content.members.iter().any(|m| &m.iso3 == iso3) {
            problems.push((format!("names `{iso3}`, which is no member"), "correct the code or add it to data/members.json").into());
        }
        match content.facts.get(fact).filter(|f| f.unit.as_deref() == Some("percent")).and_then(|f| f.number) {
            Some(share) => sum += share,
            None => problems.push((format!("names `{fact}`, which is no fact in percent"), "correct it").into()),
        }
    }
    let name = format!("name_{}", yardstick.id);
    if content.figures.get("burden").is_some_and(|words| !words.contains_key(&name)) {
        problems.push(("has no name", format!("add `{name}` to the words of burden in en/figures.json")).into());
    }
    if problems.is_empty() && !is_whole(sum) {
        problems.push((format!("has shares that add up to {sum:.1} percent"), "they must make 100").into());
    }
    problems
}
