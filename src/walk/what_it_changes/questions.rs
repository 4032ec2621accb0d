//! Three rows of words, which stay in their place from step to step.

use leptos::prelude::*;

use crate::content::{Content, inline};

/// Who asks, and what, by their labels.
const QUESTIONS: [[&str; 2]; 3] =
    [["changes_plotter", "changes_plotter_asks"], ["changes_officer", "changes_officer_asks"], ["changes_crowd", "changes_crowd_asks"]];

/// What each of them asks besides, since the soldiers came.
const NOW: &str = "changes_now";

/// What the essay expects, in the parts of one sentence, and Kazakhstan's example of each, by their labels.
const FOREIGN: [[&str; 2]; 3] = [
    ["changes_foreign_trouble", "changes_kazakhstan_trouble"],
    ["changes_foreign_called", "changes_kazakhstan_called"],
    ["changes_foreign_helped", "changes_kazakhstan_helped"],
];

/// The questions; with `now` each has its second clause.
pub(super) fn asked(content: &Content, now: bool) -> (String, AnyView) {
    let label = |key: &'static str| content.label(key).to_owned();
    let mut sentence = Vec::new();
    let rows: Vec<_> = QUESTIONS
        .into_iter()
        .map(|[who, question]| {
            let clause = now.then(|| label(NOW));
            sentence.push([&label(who), ": ", &label(question)].concat());
            sentence.extend(clause.clone());
            let clause = clause.map(|clause| view! { <em>{clause}</em> });
            view! { <li><b>{label(who)}</b><p>{label(question)}</p>{clause}</li> }
        })
        .collect();
    let html = view! { <div class="changes"><p class="hers-label">{label("essay_label")}</p><ul>{rows}</ul></div> };
    (sentence.join(" "), html.into_any())
}

/// Trouble at home that is called foreign: as the essay expects it, and under that as it was in Kazakhstan.
pub(super) fn made_foreign(content: &Content) -> (String, AnyView) {
    let label = |key: &'static str| inline::plain(content, content.label(key));
    let (expected, example) = (label("expectations_expected"), label("changes_kazakhstan"));
    let told = |n: usize| FOREIGN.map(|row| label(row[n]));
    let sentence = told(0).join(" ");
    let facts: Vec<_> = told(1).into_iter().map(|fact| view! { <li>{fact}</li> }).collect();
    let html = view! {
        <div class="changes foreign">
            <p class="hers-label">{expected.clone()}</p>
            <p class="foreign-expected">{sentence.clone()}</p>
            <p class="foreign-example">{example.clone()}</p>
            <ul>{facts}</ul>
        </div>
    };
    ([&expected, ": ", &sentence, " ", &example, ": ", &told(1).join(" ")].concat(), html.into_any())
}
