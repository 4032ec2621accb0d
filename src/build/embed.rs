//! A figure on a page of its own, to be shown inside other pages.

use leptos::prelude::*;

use crate::{
    content::{book::Book, markdown::Notes},
    figures::registry::Figure,
    page::notes,
};

/// From the embed's folder to the site's root.
pub const TO_ROOT: &str = "../../";

/// The embed's folder below the site's root.
pub fn path(figure: &str) -> String {
    format!("embed/{figure}/")
}

/// What stands in `<body>`: the site's headline, the figure as on the page, its notes, and the way to the page.
///
/// A figure links its files from the site's root, as `data/…`; here these links lead there from the embed's folder.
///
/// # Errors
/// What the figure reports.
pub fn body(book: &Book, figure: &Figure) -> Result<String, String> {
    let mut marks = Notes::new("embed");
    let view = (figure.view)(book, &mut marks)?;
    let to_figure = format!("{TO_ROOT}#{}", figure.id);
    let label = |key: &'static str| book.label(key).to_owned();
    let view = view! {
        <main>
            <h1 class="embed-title">{label("headline")}</h1>
            {view}
            {notes::view(book, &marks)}
            <p class="embed-more">
                <a href=to_figure target="_blank" rel="noopener">{label("embed_more")}</a>
            </p>
        </main>
    };
    Ok(view.to_html().replace("href=\"data/", &format!("href=\"{TO_ROOT}data/")))
}
