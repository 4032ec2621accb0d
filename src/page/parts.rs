//! The built parts that a chapter asks for with `::name argument`, by name.

use leptos::prelude::*;

use super::{bibliography, expectations, imprint, lists, members, take_away};
use crate::{
    content::{book::Book, markdown::Notes},
    figures::registry,
};

/// The part `name` with its argument; facts that it cites become notes of the chapter.
///
/// # Errors
/// Says which part is unknown, or what it lacks.
pub fn view(book: &Book, notes: &mut Notes, name: &str, argument: &str) -> Result<AnyView, String> {
    match (name, argument) {
        ("figure", id) => {
            let figure = registry::find(id).ok_or_else(|| format!("shows the unknown figure `{id}`; correct the id"))?;
            (figure.built.view)(book, notes)
        }
        ("members", "") => members::view(book, notes),
        ("cite", "") => Ok(imprint::cite(book).into_any()),
        ("corrections", "") => Ok(imprint::corrections(book).map(|line| view! { <p id="corrections">{line}</p> }).into_any()),
        ("essay", "") => Ok(imprint::essay_line(book).into_any()),
        ("expectations", "") => expectations::view(book, notes),
        ("facts", "") => imprint::facts(book),
        ("sources", "") => Ok(bibliography::link(book).into_any()),
        ("take-away", "") => take_away::view(book),
        ("disagreements", "") => Ok(lists::disagreements(book, notes).into_any()),
        _ => Err(format!("asks for the unknown part `::{name} {argument}`; correct its name")),
    }
}
