//! The stage of the scene "the promise": the treaty's words as a page, beside those of NATO's article 5, then two articles
//! that the essay reads as levers, and what stands between the promise and soldiers.

mod gates;
mod levers;
mod pairs;
mod phrase;
pub(super) mod wordings;

use leptos::prelude::*;

use super::{
    finding,
    still::{Body, Drawn, Still},
};
use crate::content::{
    Content,
    article::{ArticleText, Quotation},
    error::Diagnostic,
    inline,
    scene::{Stage, Step},
};

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn { id: "the-promise", states: &[NATO, LEVERS, GATES], still, in_app: None };

/// Article 4 beside NATO's article 5.
const NATO: &str = "nato";

/// The articles that the essay reads as levers.
const LEVERS: &str = "levers";

/// What stands between the promise and soldiers.
const GATES: &str = "gates";

/// The article that promises help.
const PROMISE: &str = "article-4";

fn still(content: &Content, step: &Step) -> Result<Still, Diagnostic> {
    let title = finding::of(content, step)?;
    let (sentence, html) = match &step.stage {
        Stage::Own(name) if name == NATO => pairs::drawn(content)?,
        Stage::Own(name) if name == LEVERS => levers::drawn(content)?,
        Stage::Own(name) if name == GATES => gates::drawn(content)?,
        stage => {
            return Err(Diagnostic::unplaced(
                format!("has the stage {stage:?}, which is not drawn"),
                "correct it or draw it in src/walk/the_promise",
            ));
        }
    };
    Ok(Still { title, sentence, body: Body::Html(html), opens: None })
}

/// The words of the article `id`.
fn article<'a>(content: &'a Content, id: &str) -> Result<&'a ArticleText, Diagnostic> {
    content
        .article_texts
        .get(id)
        .ok_or_else(|| Diagnostic::unplaced(format!("shows `{id}`, which en/articles.json does not have"), "add it"))
}

/// What stands over the words of an article: its name, and what is to be known of them.
fn head(name: &str, about: String) -> impl IntoView + use<> {
    view! { <p class="promise-head"><b>{name.to_owned()}</b>" "<span>{about}</span></p> }
}

/// Whose translations are shown, at the foot of the page: what is meant, and the translator.
fn provenance(content: &Content, of: &[(&str, &Quotation)]) -> impl IntoView + use<> {
    let lines: Vec<_> = of
        .iter()
        .map(|(what, quotation)| {
            let by = inline::plain(content, &quotation.by);
            view! { <p><b>{(*what).to_owned()}</b>" "{by}</p> }
        })
        .collect();
    view! { <div class="promise-by">{lines}</div> }
}
