//! Checks of the rival counts behind `troop-shares` and `troop-dots`.

use std::collections::BTreeSet;

use crate::content::{
    Content,
    error::{Diagnostic, Problem},
};

const DATA: &str = "data/deployment.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let Some(deployment) = &content.deployment else { return };
    let mut fault = |place: &str, problem: Problem| faults.push(Diagnostic::new(DATA, place, problem));
    let is_count = |id: &str| content.number(id).is_some_and(|n| n >= 0.0 && n.fract() == 0.0 && n <= f64::from(u32::MAX));
    let no_count = |id: &str| -> Problem { (format!("names `{id}`, which is no fact with a whole number"), "correct it").into() };
    let is_member = |iso3: &str| content.members.iter().any(|m| m.iso3 == iso3);
    if !is_count(&deployment.estimate) {
        fault("estimate", no_count(&deployment.estimate));
    }
    let mut seen = BTreeSet::new();
    for total in &deployment.totals {
        if !seen.insert(&total.id) {
            fault(&total.id, ("stands twice", "keep one of the two").into());
        }
        if !is_count(&total.fact) {
            fault(&total.id, no_count(&total.fact));
        }
    }
    for sender in &deployment.senders {
        if !seen.insert(&sender.iso3) {
            fault(&sender.iso3, ("stands twice", "keep one of the two").into());
        }
        if !is_member(&sender.iso3) {
            fault(&sender.iso3, ("is no member", "correct the code or add it to data/members.json").into());
        }
        for fact in sender.counts.iter().map(|count| &count.fact).chain(&sender.stages).filter(|fact| !is_count(fact)) {
            fault(&sender.iso3, no_count(fact));
        }
        let whole = sender.counts.first().and_then(|count| content.number(&count.fact));
        let is_part = |id: &String| content.number(id).zip(whole).is_none_or(|(part, whole)| part < whole);
        for stage in sender.stages.iter().filter(|id| !is_part(id)) {
            fault(
                &sender.iso3,
                (format!("names `{stage}` as a first stage, which is no smaller than its first count"), "correct it").into(),
            );
        }
    }
    if !is_member(&deployment.remainder) {
        fault("remainder", (format!("is `{}`, which is no member", deployment.remainder), "correct the code").into());
    }
    let words = content.figures.get("troop-shares");
    for set in &deployment.sets {
        if !seen.insert(&set.id) {
            fault(&set.id, ("stands twice", "keep one of the two").into());
        }
        if words.is_none_or(|words| !words.contains_key(&format!("set_{}", set.id))) {
            fault(&set.id, ("has no name", format!("add `set_{}` to the words of troop-shares in en/figures.json", set.id)).into());
        }
        if set.counts.len() != deployment.senders.len() {
            fault(
                &set.id,
                (format!("has {} counts for {} senders", set.counts.len(), deployment.senders.len()), "write one for each").into(),
            );
        }
        for (fact, sender) in set.counts.iter().zip(&deployment.senders) {
            if sender.counts.iter().all(|count| count.fact != *fact) {
                fault(&set.id, (format!("names `{fact}`, which is none of the counts of {}", sender.iso3), "correct it").into());
            }
        }
        if let Some(russia) = set.russia.as_ref().filter(|id| !is_count(id)) {
            fault(&set.id, no_count(russia));
        }
        for source in set.sources.iter().filter(|source| !content.sources.contains_key(*source)) {
            fault(&set.id, (format!("names the unknown source `{source}`"), "correct it or add it to data/sources").into());
        }
    }
}
