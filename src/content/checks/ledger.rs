//! Checks of the ledger of appeals.

use super::entries;
use crate::{
    content::{
        Content,
        error::{Diagnostic, Problem},
        ledger::{Appeal, AppealText, Came, Counter, Group, Reason, Sought},
    },
    model::article_4::Answer,
};

const DATA: &str = "data/ledger.json";
const WORDS: &str = "en/ledger.json";

/// The member that others ask apart from the alliance.
const RUSSIA: &str = "RUS";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let rows = &content.ledger;
    faults.extend(entries::ids(DATA, rows.iter().map(|a| &a.id), WORDS, &content.ledger_texts));
    faults.extend(entries::days(DATA, rows.iter().map(|a| (&a.id, &a.date))));
    for row in rows {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(DATA, &row.id, problem));
        if row.states.is_empty() {
            fault(("names no state", "add its ISO code").into());
        }
        for state in row.states.iter().filter(|s| !content.member_names.contains_key(*s)) {
            fault((format!("names the unknown state `{state}`"), "use an ISO code of en/members.json").into());
        }
        if !content.scenes.iter().any(|scene| scene.id == row.scene) {
            fault((format!("is told in the unknown scene `{}`", row.scene), "correct the id").into());
        }
        if row.russia.is_some() == row.states.iter().any(|state| state == RUSSIA) {
            fault(("must say whether Russia was asked if, and only if, it was not itself struck", "correct `russia` or `states`").into());
        }
        contradictions(row, &mut fault);
        cells(row, content, faults);
    }
    // The page says that soldiers came once, which holds for one row and no other.
    let came = rows.iter().filter(|a| a.soldiers_came()).count();
    if came != 1 {
        faults.push(Diagnostic::new(
            DATA,
            "came",
            (format!("is `soldiers` in {came} rows"), "the page says that soldiers came once, so answer so in one row or rewrite the page"),
        ));
    }
    for (id, text) in &content.ledger_texts {
        for (field, line) in text.lines() {
            faults.extend(entries::line(WORDS, &format!("{id}.{field}"), line, content));
        }
    }
}

/// What no row can say of itself.
fn contradictions(row: &Appeal, fault: &mut dyn FnMut(Problem)) {
    let asks = |sought| matches!(sought, Sought::Soldiers | Sought::Help | Sought::Consultations);
    let asked = row.group() != Group::NotAsked || row.russia.as_ref().is_some_and(|finding| finding.answer == Answer::Yes);
    if asked != asks(row.sought.answer) {
        fault(("must have sought something if, and only if, somebody was asked", "correct `sought`, `alliance` or `russia`").into());
    }
    if row.soldiers_came() != row.why.is_empty() {
        fault(
            ("must say why no soldiers came if, and only if, none came", "correct `why`, with `not-found` where no reason was found")
                .into(),
        );
    }
    for why in &row.why {
        let found = why.reason != Reason::NotFound;
        if (why.facts.is_empty() || why.by.is_empty()) == found {
            fault(
                (format!("must name who gave the reason `{}` and a fact if, and only if, one was found", why.reason.id()), "correct `why`")
                    .into(),
            );
        }
    }
    if row.dead.is_empty() {
        fault(("does not say who counted the dead", "add a count, `not-found` where none was found").into());
    }
    for count in &row.dead {
        if (count.by == Counter::NotFound) == count.fact.is_some() {
            fault(
                (format!("must name a fact for the count by `{}` if, and only if, one was found", count.by.id()), "correct `dead`").into(),
            );
        }
    }
}

/// The facts of every cell: they are there, and the words of the row cite them.
fn cells(row: &Appeal, content: &Content, faults: &mut Vec<Diagnostic>) {
    let place = |cell: &str| format!("{}.{cell}", row.id);
    let unfound = |answer| answer == Answer::NotFound;
    faults.extend(row.alliance.faults(DATA, &place("alliance"), unfound(row.alliance.answer), content));
    faults.extend(row.alliance.one_sided(DATA, &place("alliance"), content));
    faults.extend(row.sought.faults(DATA, &place("sought"), row.sought.answer == Sought::NotFound, content));
    faults.extend(row.came.faults(DATA, &place("came"), row.came.answer == Came::NotFound, content));
    if let Some(russia) = &row.russia {
        faults.extend(russia.faults(DATA, &place("russia"), unfound(russia.answer), content));
        faults.extend(russia.one_sided(DATA, &place("russia"), content));
    }
    let Some(text) = content.ledger_texts.get(&row.id) else { return };
    for (cell, fact, words) in facts(row, text) {
        if !content.facts.contains_key(fact) {
            // Those of the findings are reported above.
            if matches!(cell, "why" | "dead") {
                let problem = (format!("rests on the unknown fact `{fact}`"), "correct the id or add the fact");
                faults.push(Diagnostic::new(DATA, place(cell), problem));
            }
        } else if !words.contains(&format!("[[{fact}")) {
            let problem = (format!("rests on `{fact}`, which its words do not cite"), format!("cite it in {WORDS} or remove it here"));
            faults.push(Diagnostic::new(DATA, place(cell), problem));
        }
    }
}

/// Every fact of a row with its cell and the words that must cite it.
fn facts<'a>(row: &'a Appeal, text: &'a AppealText) -> Vec<(&'static str, &'a str, &'a str)> {
    let mut all: Vec<(&'static str, &str, &str)> = Vec::new();
    let mut add = |cell, facts: &'a [String], words: &'a str| all.extend(facts.iter().map(|fact| (cell, fact.as_str(), words)));
    add("alliance", &row.alliance.facts, &text.asked);
    add("russia", row.russia.as_ref().map_or(&[], |finding| &finding.facts), &text.asked);
    add("sought", &row.sought.facts, &text.asked);
    add("came", &row.came.facts, &text.came);
    for why in &row.why {
        add("why", &why.facts, &text.explained);
    }
    for count in &row.dead {
        add("dead", count.fact.as_slice(), &text.toll);
    }
    all
}
