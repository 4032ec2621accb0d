//! A figure on a page of its own, to be shown inside other pages.

use leptos::prelude::*;

use super::links::{self, Opens};
use crate::{
    content::{Content, error::Diagnostic, fact::Fact, markdown::Notes},
    figures::figure::Figure,
    page::notes,
    ui::{medium::Medium, paths, rendered::Rendered},
    walk::cover,
};

/// From the embed's folder to the site's root.
pub(crate) const TO_ROOT: &str = "../../";

/// Where the embeds' folders lie, below the site's root.
pub(crate) const FOLDER: &str = paths::EMBEDS;

/// The embed's folder below the site's root.
pub fn path(figure: &str) -> String {
    format!("{FOLDER}{figure}/")
}

/// The embed's address with a state, which `query` says, below the site's root.
pub(crate) fn address_of_state(figure: &str, query: &str) -> String {
    [&path(figure), "?", query].concat()
}

/// What stands in `<body>`: the site's headline, the figure as on the page, its notes, and the way to the page. One figure can
/// be shown as the game of the cover, which stands after it.
///
/// A figure links its files and other pages from the site's root, as `data/…`; here these links lead there from the embed's
/// folder, and links to a place that only the page has lead to the page.
///
/// # Errors
/// What the figure reports.
pub fn body(content: &Content, figure: &Figure) -> Result<Rendered, Diagnostic> {
    let rendered = Medium::Embed.rendered(|| view(content, figure))?;
    Ok(Rendered { html: links::from(&rendered.html, TO_ROOT, Opens::Beside)?, ..rendered })
}

fn view(content: &Content, figure: &Figure) -> Result<AnyView, Diagnostic> {
    let mut marks = Notes::default();
    let view = (figure.built.view)(content, &mut marks)?;
    let to_figure = format!("{TO_ROOT}#{}", figure.id);
    let label = |key: &'static str| content.label(key).to_owned();
    let game = if figure.id == cover::FIGURE {
        let cited = |fact: &Fact| notes::cited(content, fact, notes::Sources::Named);
        Some(cover::game(content, "#top", &cited)?)
    } else {
        None
    };
    Ok(view! {
        <main class="text">
            <h1 class="embed-title">{label("headline")}</h1>
            {view}
            {game}
            {notes::view(content, &marks, notes::Sources::Named)}
            <p class="embed-more">
                <a href=to_figure target="_blank" rel="noopener">{label("embed_more")}</a>
                <span class="embed-alone">" · "<a href=paths::figure(figure.id)>{label("embed_alone")}</a></span>
            </p>
            {denied(content)}
        </main>
    }
    .into_any())
}

/// What is said where the frame's sandbox allows no other page or no file, with the address to copy. A script shows it.
fn denied(content: &Content) -> impl IntoView + use<> {
    let words = |kind: &'static str| {
        let text = content.label(&["denied_", kind].concat()).to_owned();
        view! { <span data-kind=kind>{text}</span> }
    };
    view! {
        <p class="fig-alert needs-script" role="alert" data-part="denied" hidden>
            <label>{words("page")}{words("file")}" "<input type="url" readonly autocomplete="off"/></label>
        </p>
    }
}
