//! Mounts the figure in the browser: the switch between the wordings, and links to an article that unfold it.

use web_sys::Element;

use super::state::VALUES;
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{
        dom::{self, Missing, part},
        schedule,
    },
    figures::payload,
    ui::one_choice,
};

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let articles: Element = part(root, "articles")?;
    let mut slots = Slots::of(root);
    let chosen = one_choice::attach(root, figure, &mut slots, payload::read(root)?)?;
    slots.fill();
    // The style sheet hides the other wording by this attribute.
    let changed = move |_| drop(articles.set_attribute("data-shown", VALUES.get(chosen.get()).copied().unwrap_or_default()));
    schedule::follow(Box::new(changed));
    unfold(root);
    let root = root.clone();
    dom::on(dom::window()?.as_ref(), "hashchange", Box::new(move |_| unfold(&root)));
    Ok(())
}

/// Opens the article that the address names, if it is one of this figure's.
fn unfold(root: &Element) {
    let hash = dom::window().ok().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let Some(id) = hash.strip_prefix('#') else { return };
    let named = dom::document().ok().and_then(|d| d.get_element_by_id(id)).filter(|article| root.contains(Some(article)));
    if let Some(details) = named.and_then(|article| article.query_selector("details").ok().flatten()) {
        let _ = details.set_attribute("open", "");
    }
}
