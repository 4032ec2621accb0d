//! The articles that the essay reads as levers for Russia, each with her reading and with what is debated.

use leptos::prelude::*;

use super::{
    article, head,
    phrase::{self, GAP},
    provenance,
};
use crate::content::{Content, error::Diagnostic, inline};

/// The articles, each with the fact that describes both readings.
const ARTICLES: [(&str, &str); 2] = [("article-1", "art1-reading"), ("article-7", "art7-reading")];

/// The label with the words that are lit.
const LIT: &str = "promise_lit_levers";

/// The articles, one under the other.
pub(super) fn drawn(content: &Content) -> Result<(String, AnyView), Diagnostic> {
    let lit = phrase::lit(content, LIT);
    let (mut shown, mut phrases, mut by) = (Vec::new(), Vec::new(), Vec::new());
    for (id, _) in ARTICLES {
        let text = article(content, id)?;
        let quotation = text
            .first
            .first()
            .ok_or_else(|| Diagnostic::unplaced(format!("shows `{id}`, of which en/articles.json has no phrase"), "add it"))?;
        let runs = phrase::lighten(&quotation.phrases.join(&[" ", GAP, " "].concat()), &lit);
        phrases.push(runs.clone());
        by.push((text.name.as_str(), quotation));
        let essay = inline::plain(content, &text.essay);
        let debated = text.debated.as_ref().map(|debated| {
            let label = content.label("articles_debated").to_owned();
            view! { <p class="debated"><b>{label}</b>" "{inline::plain(content, debated)}</p> }
        });
        shown.push(view! {
            <div>
                {head(&text.name, text.topic.clone())}
                <p class="treaty"><span>{GAP}</span>" "{phrase::view(runs)}</p>
                <div class="hers"><p class="hers-label">{content.label("essay_label").to_owned()}</p><p>{essay}</p></div>
                {debated}
            </div>
        });
    }
    phrase::all_lit(LIT, &lit, &phrases)?;
    let sentence = ARTICLES.map(|(_, fact)| content.statement(fact)).join(" ");
    let html = view! { <div class="promise levers">{shown}{provenance(content, &by)}</div> };
    Ok((sentence, html.into_any()))
}
