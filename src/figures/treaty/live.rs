//! The living figure: the switch between the wordings, and links to an article that unfold it.

use web_sys::Element;

use super::{
    ID,
    state::{self, KEY, VALUES},
};
use crate::live::{
    choice,
    dom::{self, Missing, part},
    json::{self, Json},
};

/// The attribute by which the style sheet hides the other wording.
const SHOWN: &str = "data-shown";

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn start(root: &Element) -> Result<(), Missing> {
    let sentences = json::read(root, |root| root.list(Json::text))?;
    let articles: Element = part(root, "articles")?;
    let shown = articles.clone();
    let show = move |chosen: usize| {
        let _ = shown.set_attribute(SHOWN, VALUES.get(chosen).copied().unwrap_or_default());
        sentences.get(chosen).cloned().unwrap_or_default()
    };
    choice::start(root, ID, KEY, Box::new(show))?;
    if !articles.has_attribute(SHOWN) {
        let _ = articles.set_attribute(SHOWN, VALUES.get(state::choice().usual).copied().unwrap_or_default());
    }
    let article = root.clone();
    dom::on(dom::window()?.as_ref(), "hashchange", Box::new(move |_| unfold(&article)));
    unfold(root);
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
