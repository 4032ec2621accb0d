//! What stands between the promise and soldiers, as gates in a row.

use leptos::prelude::*;

use crate::{
    content::{Content, inline},
    text::words::rounded,
};

/// The fact that names the gates; it is our reading of the rules.
const READING: &str = "art4-where-will";

/// How many seats the council has.
const SEATS: &str = "council-seats";

/// What Russia is charged of the budget.
const BUDGET: &str = "budget-russia";

/// The gates by their labels, with the class that says whose seats are filled.
const ALL: [(&str, &str); 3] = [("promise_gate_ask", "gate-ask"), ("promise_gate_agree", "gate-agree"), ("promise_gate_send", "gate-send")];

/// The gates, and under them what Russia's part is in seats and money.
pub(super) fn drawn(content: &Content) -> Result<(String, AnyView), String> {
    let number = |fact: &str| content.number(fact).ok_or_else(|| format!("shows `{fact}`, which has no number; add it"));
    let seats = rounded(number(SEATS)?);
    let budget = number(BUDGET)?;
    let label = |key: &'static str| inline::plain(content, content.label(key));
    let gates = ALL.map(|(key, class)| {
        let seats: Vec<_> = (0..seats).map(|_| view! { <i></i> }).collect();
        view! { <li class=class><span class="gate">{seats}</span><b>{label(key)}</b></li> }
    });
    let seats: Vec<_> = (0..seats).map(|_| view! { <i></i> }).collect();
    let html = view! {
        <div class="promise">
            <p class="way"><b>{label("promise_gate_from")}</b><b>{label("promise_gate_to")}</b></p>
            <ol class="gates">{gates.into_iter().collect::<Vec<_>>()}</ol>
            <div class="parts">
                <p>{label("promise_seats")}</p>
                <p class="seats">{seats}</p>
                <p>{label("promise_budget")}</p>
                <svg class="budget" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width=budget.to_string() height="10"/></svg>
            </div>
        </div>
    };
    let sentence = [READING, "seat-share", BUDGET].map(|fact| content.statement(fact)).join(" ");
    Ok((sentence, html.into_any()))
}
