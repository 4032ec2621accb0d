//! What stands between the promise and soldiers, as gates in a row.

use leptos::prelude::*;

use super::{PROMISE, article, head, phrase::GAP};
use crate::{
    content::{Content, Member, article::ArticleText, error::Diagnostic, inline, wording},
    figures::treaty::articles::{self, DAYS},
    text::words::rounded,
};

/// The fact that names the gates; it is our reading of the rules.
const READING: &str = "art4-where-will";

/// How many seats the council has.
const SEATS: &str = "council-seats";

/// What Russia is charged of the budget.
const BUDGET: &str = "budget-russia";

/// The gates by their labels, with the class that says how marks look there.
const ALL: [(&str, &str); 3] = [("promise_gate_ask", "gate-ask"), ("promise_gate_agree", "gate-agree"), ("promise_gate_send", "gate-send")];

/// Who asked the one time that soldiers came, and whose soldiers came.
struct Example<'a> {
    asked: Vec<&'a str>,
    sent: Vec<&'a str>,
    russia: &'a str,
}

impl<'a> Example<'a> {
    fn new(content: &'a Content) -> Result<Self, Diagnostic> {
        let asked = content.ledger.iter().find(|row| row.soldiers_came());
        let asked =
            asked.ok_or_else(|| Diagnostic::unplaced("shows who asked, but in data/ledger.json soldiers never came", "correct it"))?;
        let deployment = content
            .deployment
            .as_ref()
            .ok_or_else(|| Diagnostic::unplaced("shows who sent soldiers, for which data/deployment.json is missing", "restore it"))?;
        let russia = deployment.remainder.as_str();
        let sent = deployment.senders.iter().map(|sender| sender.iso3.as_str()).chain([russia]).collect();
        Ok(Self { asked: asked.states.iter().map(String::as_str).collect(), sent, russia })
    }

    /// Whether a member's mark is filled at a gate.
    fn is_filled(&self, gate: &str, iso3: &str) -> bool {
        match gate {
            "gate-ask" => self.asked.contains(&iso3),
            "gate-send" => self.sent.contains(&iso3),
            _ => true,
        }
    }
}

/// The promise, the gates between it and soldiers, and under them what Russia's part is in seats and money.
pub(super) fn drawn(content: &Content) -> Result<(String, AnyView), Diagnostic> {
    let number =
        |fact: &str| content.number(fact).ok_or_else(|| Diagnostic::unplaced(format!("shows `{fact}`, which has no number"), "add it"));
    let seats = rounded(number(SEATS)?);
    let budget = number(BUDGET)?;
    let example = Example::new(content)?;
    let label = |key: &'static str| inline::plain(content, content.label(key));
    let gates = ALL.map(|(key, class)| {
        let seat = |member: &Member| {
            let mark = match (example.is_filled(class, &member.iso3), member.iso3 == example.russia) {
                (true, true) => "filled russia",
                (true, false) => "filled",
                (false, _) => "",
            };
            view! { <span class=mark><i></i>{content.state_name(&member.iso3).to_owned()}</span> }
        };
        let seats: Vec<_> = content.members.iter().map(seat).collect();
        view! { <li class=class><span class="gate">{seats}</span><b>{label(key)}</b></li> }
    });
    let seats: Vec<_> = (0..seats).map(|_| view! { <i></i> }).collect();
    let asked: Vec<&str> = example.asked.iter().map(|iso3| content.state_name(iso3)).collect();
    let count = content.small_number(example.sent.len());
    let told = content.label_with("promise_gate_example", &[("asked", &asked.join(", ")), ("count", &count)]);
    let text = article(content, PROMISE)?;
    let since = articles::day(content, DAYS[1])?;
    let about = content.label("articles_since").replace("{}", &since);
    let html = view! {
        <div class="promise">
            <div class="promise-dim">{head(&text.name, about)}{dimmed(text)?}</div>
            <p class="way"><b>{label("promise_gate_from")}</b><b>{label("promise_gate_to")}</b></p>
            <ol class="gates">{gates.into_iter().collect::<Vec<_>>()}</ol>
            <p class="gates-example">{told.clone()}</p>
            <div class="parts">
                <p>{label("promise_seats")}</p>
                <p class="seats">{seats}</p>
                <p>{label("promise_budget")}</p>
                <svg class="budget" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width=budget.to_string() height="10"/></svg>
            </div>
        </div>
    };
    let sentence = [READING, "seat-share", BUDGET].map(|fact| content.statement(fact)).join(" ");
    Ok(([&sentence, " ", &told].concat(), html.into_any()))
}

/// What the others owe, in the words of the article since they were amended.
fn dimmed(text: &ArticleText) -> Result<AnyView, Diagnostic> {
    let promised = text.since.last().and_then(|quotation| quotation.phrases.last());
    let promised = promised.ok_or_else(|| {
        Diagnostic::unplaced(format!("shows `{PROMISE}`, of which en/articles.json has no phrase since it was amended"), "add it")
    })?;
    Ok(view! { <p class="treaty">{[GAP, " ", &wording::plain(promised)?].concat()}</p> }.into_any())
}
