//! Checks of the six members.

use std::collections::BTreeSet;

use super::whole::is_whole;
use crate::content::{
    Content,
    error::{Diagnostic, Problem},
};

const DATA: &str = "data/members.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for member in &content.members {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &member.iso3, problem));
        if !seen.insert(&member.iso3) {
            fault(("stands twice", "keep one of the two").into());
        }
        if !content.member_names.contains_key(&member.iso3) {
            fault(("is an unknown state", "correct the code or add its name to en/members.json").into());
        }
        for id in [&member.population, &member.population_share, &member.forces, &member.budget] {
            if content.number(id).is_none() {
                fault((format!("names `{id}`, which is no fact with a number"), "correct it").into());
            }
        }
        if content.facts.get(&member.since).and_then(|f| f.date.as_ref()).is_none() {
            fault((format!("names `{}`, which is no fact with a date", member.since), "correct it").into());
        }
    }
    for (what, sum) in [
        ("budget", content.members.iter().filter_map(|m| content.number(&m.budget)).sum::<f64>()),
        ("population_share", content.members.iter().filter_map(|m| content.number(&m.population_share)).sum::<f64>()),
    ] {
        if !is_whole(sum) {
            faults.push(Diagnostic::new(DATA, what, (format!("parts add up to {sum} percent"), "they must make 100")));
        }
    }
}
