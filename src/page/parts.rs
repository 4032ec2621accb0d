//! The built parts that a chapter asks for with `::name argument`, by name.

use leptos::prelude::*;

use super::{bibliography, imprint, lists, members, offline_copies};
use crate::{
    content::{Content, error::Diagnostic, markdown::Notes},
    figures::registry,
};

/// The part `name` with its argument; facts that it cites become notes of the chapter.
///
/// # Errors
/// Says which part is unknown, or what it lacks.
pub(crate) fn view(content: &Content, notes: &mut Notes, name: &str, argument: &str) -> Result<AnyView, Diagnostic> {
    match (name, argument) {
        ("figure", id) => {
            let figure =
                registry::find(id).ok_or_else(|| Diagnostic::unplaced(format!("shows the unknown figure `{id}`"), "correct the id"))?;
            (figure.built.view)(content, notes)
        }
        ("members", "") => members::view(content, notes),
        ("cite", "") => Ok(imprint::cite(content).into_any()),
        ("corrections", "") => Ok(imprint::corrections(content).map(|line| view! { <p id="corrections">{line}</p> }).into_any()),
        ("essay", "") => Ok(imprint::essay_line(content).into_any()),
        ("sources", "") => Ok(bibliography::link(content).into_any()),
        ("take-away", "") => offline_copies::view(content),
        ("disagreements", "") => lists::disagreements(content, notes),
        _ => Err(Diagnostic::unplaced(format!("asks for the unknown part `::{name} {argument}`"), "correct its name")),
    }
}
