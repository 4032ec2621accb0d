//! Article 4 as a page: its words of 1992, then the words that are struck and those that came in.

use leptos::prelude::*;

use super::{
    PROMISE, article, head,
    phrase::{self, GAP, Run},
    provenance,
};
use crate::{
    content::{Content, article::Quotation, error::Diagnostic},
    figures::{
        frame,
        treaty::{
            ID,
            articles::{self, DAYS},
            state::{self, VALUES},
        },
    },
};

/// The label with the words that are lit in the wording of 1992.
const LIT: &str = "promise_lit_first";

/// The entry of what counts as an attack.
const DEFINITION: &str = "article-aggression";

/// The labels of what is said of the phrases, in their order.
const PHRASES: [&str; 2] = ["promise_before_gap", "promise_after_gap"];

/// The page in the state that `query` asks for: the wording of 1992, or both as one text.
pub(in crate::walk) fn drawn(content: &Content, query: &str) -> Result<(String, AnyView), Diagnostic> {
    let value = VALUES[state::choice().parse(query).0];
    let text = article(content, PROMISE)?;
    let [first, since] = DAYS.map(|fact| articles::day(content, fact));
    let (first, since) = (first?, since?);
    let sentence = frame::words(content, ID)?.fill(&["sentence_", value].concat(), &[("first", &first), ("since", &since)]);
    let label = |key: &'static str| content.label(key);
    let what: Vec<_> = PHRASES.iter().map(|key| content.label(key)).collect();
    let (about, runs, by) = if value == VALUES[0] {
        let lit = phrase::lit(content, LIT);
        let runs = text.first.iter().map(|quotation| phrase::signed(one(quotation)?, &lit)).collect::<Result<Vec<_>, _>>()?;
        phrase::all_lit(LIT, &lit, &runs)?;
        (label("articles_wording_of").replace("{}", &first), runs, what.into_iter().zip(&text.first).collect::<Vec<_>>())
    } else {
        let pairs = text.first.iter().zip(&text.since);
        let runs = pairs.map(|(first, since)| phrase::amended(one(first)?, one(since)?)).collect::<Result<Vec<_>, _>>()?;
        // There the struck words stand alone, with whose translation they are.
        let struck = article(content, DEFINITION)?.first.iter().map(|quotation| (label("promise_struck"), quotation));
        let by = what.into_iter().zip(&text.since).chain(struck).collect();
        (label("articles_since").replace("{}", &since), runs, by)
    };
    let key = (value != VALUES[0]).then(|| {
        let (removed, added) = (label("articles_key_removed").to_owned(), label("articles_key_added").to_owned());
        let translations = label("promise_translations").to_owned();
        view! { <p class="promise-key of-marks"><del>{removed}</del>" · "<ins>{added}</ins></p> <p class="promise-key">{translations}</p> }
    });
    let html = view! {
        <div class="promise wordings">
            {head(&text.name, about)}
            {clauses(runs)}
            {key}
            {provenance(content, &by)}
        </div>
    };
    Ok((sentence, html.into_any()))
}

/// The one phrase of a quotation of this article.
fn one(quotation: &Quotation) -> Result<&str, Diagnostic> {
    let [phrase] = &quotation.phrases[..] else {
        return Err(Diagnostic::unplaced(
            format!("shows the phrases of `{PROMISE}`, which stand by twos"),
            "give each its own `by` in en/articles.json",
        ));
    };
    Ok(phrase)
}

/// Phrases as paragraphs, with the gap between them.
fn clauses(phrases: Vec<Vec<Run>>) -> Vec<AnyView> {
    let clause = |(n, runs): (usize, Vec<Run>)| {
        let gap = (n > 0).then(|| view! { <span>{GAP}</span>" " });
        view! { <p class="treaty">{gap}{phrase::view(runs)}</p> }.into_any()
    };
    phrases.into_iter().enumerate().map(clause).collect()
}
