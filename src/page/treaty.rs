//! The treaty, article by article, on a page of its own.

use leptos::prelude::*;

use super::{
    article, lists, notes,
    reference::{self, Place},
};
use crate::{
    content::{Content, chapter::Chapter, error::Diagnostic, markdown::Notes},
    ui::{medium::Medium, paths, rendered::Rendered},
};

/// From the page to the site's root.
pub(crate) const TO_ROOT: &str = "../";

/// The slug of its file, `en/pages/treaty.md`.
const SLUG: &str = "treaty";

/// The id of its heading; the figure on it has an id of the same kind.
const TITLE: &str = "treaty-page-title";

/// Its words.
///
/// # Errors
/// When they are missing, which only a broken content folder can cause.
pub(crate) fn words(content: &Content) -> Result<&Chapter, Diagnostic> {
    content.page(SLUG)
}

/// What stands in its `<body>`. As in the article, links in its text and its figures are written from the site's root.
///
/// # Errors
/// The faults of references that cannot be resolved, each with its file.
pub fn body(content: &Content) -> Result<Rendered, Vec<Diagnostic>> {
    Medium::Reference.rendered(|| view(content))
}

fn view(content: &Content) -> Result<AnyView, Vec<Diagnostic>> {
    let words = words(content)?;
    let mut marks = Notes::default();
    marks.enter(paths::TREATY);
    let blocks = article::blocks(content, words, &mut marks, notes::Sources::Named)?;
    let main = view! {
        <main>
            <section aria-labelledby=TITLE>
                <h1 id=TITLE>{words.title.clone()}</h1>
                <p class="standfirst">{words.standfirst.clone()}</p>
                {blocks}
                {lists::cited(content, &marks)}
                {notes::view(content, &marks, notes::Sources::Named)}
            </section>
        </main>
    };
    let place = Place { path: paths::TREATY, to_root: TO_ROOT, in_article: crate::figures::treaty::ID };
    Ok(reference::view(content, place, main.into_any())?)
}
