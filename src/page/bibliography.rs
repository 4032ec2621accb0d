//! Every source on a page of its own, with every fact and the corrections: the lists are longer than any chapter.

use leptos::prelude::*;

use super::{corrected, facts, lists};
use crate::{content::Content, ui::paths};

/// The ways to it, as the chapter shows them.
pub(crate) fn link(content: &Content) -> impl IntoView + use<> {
    let (count, corrected) = (content.sources.len().to_string(), [paths::SOURCES, "#", corrected::ID].concat());
    view! {
        <p><a href=paths::SOURCES>{content.label_with("all_sources", &[("count", &count)])}</a></p>
        <p><a href=corrected>{content.label("corrected_link").to_owned()}</a></p>
    }
}

/// The list as a section of a page that holds everything.
pub(crate) fn section(content: &Content) -> String {
    let label = |key: &'static str| content.label(key).to_owned();
    let view = view! {
        <section aria-labelledby="all-sources">
            <h2 id="all-sources">{label("all_sources_title")}</h2>
            <p class="standfirst">{label("all_sources_standfirst")}</p>
            {lists::sources(content)}
        </section>
        {corrected::view(content)}
    };
    view.to_html()
}

/// What stands in its `<body>`; `to_root` leads to the site's root.
pub fn body(content: &Content, to_root: &str) -> String {
    let label = |key: &'static str| content.label(key).to_owned();
    let (back, corrected, facts) = ([to_root, "#sources"].concat(), ["#", corrected::ID].concat(), ["#", facts::ID].concat());
    let view = view! {
        <main>
            <section aria-labelledby="all-sources">
                <p><a href=back>{label("headline")}</a></p>
                <h1 id="all-sources">{label("all_sources_title")}</h1>
                <p class="standfirst">{label("all_sources_standfirst")}</p>
                <p><a href=facts>{label("all_facts_title")}</a></p>
                <p><a href=corrected>{label("corrected_link")}</a></p>
                {lists::sources(content)}
            </section>
            {facts::view(content)}
            {corrected::view(content)}
        </main>
    };
    view.to_html()
}
