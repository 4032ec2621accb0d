//! Mounts the figure in the browser: the switch between the wordings, whose choice the style sheet follows, and the disclosures
//! of the articles, which a link to one opens.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::Element;

use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{dom::Missing, schedule},
    figures::payload,
    ui::{
        fold::{Fold, FoldProps},
        one_choice::{self, OneChoice},
    },
};

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// The switch.
    pub choice: OneChoice,
    /// The ids of the articles, in their order.
    pub articles: Vec<String>,
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { choice, articles } = payload::read(root)?;
    let mut slots = Slots::of(root);
    one_choice::attach(root, figure, &mut slots, choice)?;
    let folds = slots.each(".article > details", articles.len(), "disclosure for each article")?;
    let fragment = figure.page.address.fragment;
    for (fold, article) in folds.into_iter().zip(articles) {
        let is_open = RwSignal::new(fold.has_attribute("open"));
        slots.put_around(fold, move || Fold(FoldProps { is_open, part: None, html: String::new() }));
        let named = move |_| {
            if fragment.with(|id| *id == article) {
                is_open.set(true);
            }
        };
        schedule::follow(Box::new(named));
    }
    slots.fill();
    Ok(())
}
