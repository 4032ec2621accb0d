//! Every source on a page of its own, with every fact and the corrections: the lists are longer than any chapter.

use leptos::prelude::*;

use super::{
    corrected, facts, imprint,
    lists::{self, DISAGREEMENTS, Level},
    reference::{self, Place},
};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    ui::{medium::Medium, paths, rendered::Rendered},
};

/// The id of its heading.
pub(crate) const ID: &str = "all-sources";

/// The ways to it, as the chapter shows them.
pub(crate) fn link(content: &Content) -> impl IntoView + use<> {
    let (count, corrected) = (content.sources.len().to_string(), [paths::SOURCES, "#", corrected::ID].concat());
    view! {
        <p><a href=paths::SOURCES>{content.label_with("all_sources", &[("count", &count)])}</a></p>
        <p><a href=corrected>{content.label("corrected_link").to_owned()}</a></p>
    }
}

/// The way to what sources give differently.
pub(crate) fn link_to_disagreements(content: &Content) -> impl IntoView + use<> {
    let to = [paths::SOURCES, "#", DISAGREEMENTS].concat();
    view! { <p><a href=to>{content.label("disagreements_link").to_owned()}</a></p> }
}

/// What sources give differently, with links to the facts on the same page.
fn disagreements(content: &Content) -> Result<AnyView, Diagnostic> {
    let title = content.page(DISAGREEMENTS)?.title.clone();
    let to_fact = ["#", &paths::fact_entry("")].concat();
    let list = lists::disagreements(content, &mut Notes { links: Some(to_fact), ..Notes::default() })?;
    Ok(view! { <section aria-labelledby=DISAGREEMENTS><h2 id=DISAGREEMENTS>{title}</h2>{list}</section> }.into_any())
}

/// The list as a section of a page that holds everything.
///
/// # Errors
/// The faults of the labels' Markdown.
pub(crate) fn section(content: &Content) -> Result<AnyView, Diagnostic> {
    let label = |key: &'static str| content.label(key).to_owned();
    Ok(view! {
        <section aria-labelledby=ID>
            <h2 id=ID>{label("all_sources_title")}</h2>
            <p class="standfirst">{label("all_sources_standfirst")}</p>
            {imprint::facts(content, "")?}
            {lists::sources(content, Level::Third)}
        </section>
        {corrected::view(content)}
    }
    .into_any())
}

/// What stands in its `<body>`; `to_root` leads to the site's root.
///
/// # Errors
/// The faults of the references and of the labels' Markdown.
pub fn body(content: &Content, to_root: &str) -> Result<Rendered, Diagnostic> {
    Medium::Page.rendered(|| view(content, to_root))
}

fn view(content: &Content, to_root: &str) -> Result<AnyView, Diagnostic> {
    let label = |key: &'static str| content.label(key).to_owned();
    let [corrected, facts, differ] = [corrected::ID, facts::ID, DISAGREEMENTS].map(|id| ["#", id].concat());
    let main = view! {
        <main>
            <section aria-labelledby=ID>
                <h1 id=ID>{label("all_sources_title")}</h1>
                <p class="standfirst">{label("all_sources_standfirst")}</p>
                {imprint::facts(content, to_root)?}
                <p><a href=facts>{label("all_facts_title")}</a></p>
                <p><a href=differ>{label("disagreements_link")}</a></p>
                <p><a href=corrected>{label("corrected_link")}</a></p>
                {lists::sources(content, Level::Second)}
            </section>
            {facts::view(content)}
            {disagreements(content)?}
            {corrected::view(content)}
        </main>
    };
    reference::view(content, Place { path: paths::SOURCES, to_root, in_article: "sources" }, main.into_any())
}
