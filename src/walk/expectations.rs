//! What the essay expected, in groups by what followed: a line each, which opens what the verdict rests on.

use leptos::prelude::*;

use super::cites::{self, Cited};
use crate::content::{
    Content,
    citation::Citations,
    cited,
    error::Diagnostic,
    expectation::{Expectation, Verdict},
    inline,
    markdown::Notes,
};

/// The groups in their order.
const GROUPS: [Verdict; 4] = [Verdict::BorneOut, Verdict::Mixed, Verdict::Contradicted, Verdict::Untested];

/// The groups that hold any expectation.
///
/// # Errors
/// An expectation without words, or a reference in them that cannot be resolved.
pub(super) fn view(content: &Content, notes: &mut Notes, cited: Cited<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let mut groups = Vec::new();
    for verdict in GROUPS {
        let mut items = Vec::new();
        for expectation in content.expectations.iter().filter(|expectation| expectation.verdict == verdict) {
            items.push(item(content, notes, expectation, cited)?);
        }
        if items.is_empty() {
            continue;
        }
        let name = content.label(&["verdict_", verdict.id()].concat()).to_owned();
        groups.push(view! {
            <li>
                <h3>{name}</h3>
                <ul>{items}</ul>
            </li>
        });
    }
    // Safari exposes a list without markers as no list, unless it has this role.
    Ok(view! { <ul class="expectations" id="expectations" role="list">{groups}</ul> }.into_any())
}

fn item(content: &Content, notes: &mut Notes, expectation: &Expectation, cited: Cited<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let id = &expectation.id;
    let text = content.expectation_texts.get(id).ok_or_else(|| {
        vec![Diagnostic::unplaced(format!("shows the expectation `{id}`, which has no words"), "add them to en/expectations.json")]
    })?;
    let expected = inline::plain(content, &text.expected);
    let mut citations = Citations::default();
    let html = cited::joined(&text.followed, content, notes, &mut citations).map_err(|faults| Diagnostic::all("", "", faults))?;
    let mark = cites::view(content, &citations, cited);
    Ok(view! {
        <li><details><summary>{expected}</summary><div class="cited"><div inner_html=html></div>{mark}</div></details></li>
    }
    .into_any())
}
