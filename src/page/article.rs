//! The whole article as one HTML document.

use leptos::prelude::*;

use super::{notes, parts};
use crate::content::{
    book::Book,
    chapter::{Block, Chapter, Voice},
    markdown::{self, Notes},
};

/// The document, with `style` inlined. Where a built part does not exist yet, the page says so.
///
/// # Errors
/// The faults of references that cannot be resolved, each with its file.
pub fn html(book: &Book, style: &str) -> Result<String, Vec<String>> {
    let mut chapters = Vec::new();
    for chapter in &book.chapters {
        chapters.push(chapter_view(book, chapter)?);
    }
    let contents: Vec<_> = book
        .chapters
        .iter()
        .map(|c| {
            let (href, title) = (format!("#{}", c.slug), c.title.clone());
            view! { <li><a href=href>{title}</a></li> }
        })
        .collect();
    let label = |key: &'static str| book.label(key).to_owned();
    let read_to = book.config.as_ref().map(|c| format!("{} {}.", book.label("read_to"), book.date_long(&c.data_date))).unwrap_or_default();
    let body = view! {
        <a class="skip" href="#arrival">{label("skip")}</a>
        <header>
            <h1>{label("headline")}</h1>
            <p class="standfirst">{label("standfirst")}" "{read_to}</p>
            <nav aria-label=label("contents")><ol>{contents}</ol></nav>
        </header>
        <main>{chapters}</main>
    };
    let title = markdown::escape(book.label("headline"));
    let description = markdown::escape(book.label("description"));
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><meta name=\"description\" content=\"{description}\">\
         <link rel=\"icon\" href=\"data:,\"><style>{style}</style></head><body>{}</body></html>\n",
        body.to_html()
    ))
}

fn chapter_view(book: &Book, chapter: &Chapter) -> Result<AnyView, Vec<String>> {
    let mut notes = Notes::new(&chapter.slug);
    let mut body = Vec::new();
    for block in &chapter.blocks {
        let mut render = |text: &str| {
            markdown::render(text, book, &mut notes)
                .map_err(|f| f.into_iter().map(|m| format!("{}: {m}", chapter.file)).collect::<Vec<_>>())
        };
        match block {
            Block::Prose(text) => {
                let html = render(text)?;
                body.push(view! { <div class="prose" inner_html=html></div> }.into_any());
            }
            Block::Aside(voice, title, text) => {
                let html = render(text)?;
                let (class, label) = match voice {
                    Voice::Essay => ("voice-essay", "voice_essay"),
                    Voice::Sources => ("voice-sources", "voice_sources"),
                };
                let label = book.label(label).to_owned();
                let title = title.clone().map(|t| view! { <strong>{t}</strong> });
                body.push(
                    view! { <aside class=class><p class="voice">{label}" "{title}</p><div inner_html=html></div></aside> }.into_any(),
                );
            }
            Block::Part(name, argument) => {
                body.push(parts::view(book, &mut notes, name, argument).map_err(|m| vec![format!("{}: {m}", chapter.file)])?)
            }
        }
    }
    let heading = format!("{}-title", chapter.slug);
    let labelled_by = heading.clone();
    let notes = notes::view(book, &notes);
    Ok(view! {
        <section id=chapter.slug.clone() aria-labelledby=labelled_by>
            <h2 id=heading>{chapter.title.clone()}</h2>
            <p class="standfirst">{chapter.standfirst.clone()}</p>
            {body}
            {notes}
        </section>
    }
    .into_any())
}
