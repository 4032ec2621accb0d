//! Links in the text that set a figure: `?state#figure` changes the living figure in place of loading the page anew.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use super::dom::{self, Missing};

/// Calls `set` with the query, without its `?`, of each such link to the figure `id` that a reader follows.
///
/// # Errors
/// When there is no document.
pub fn links_to(id: &'static str, set: impl Fn(&str) + 'static) -> Result<(), Missing> {
    links_to_boxed(id, Box::new(set))
}

/// Compiled once for all figures, where [`links_to`] is once for each.
fn links_to_boxed(id: &'static str, set: Box<dyn Fn(&str)>) -> Result<(), Missing> {
    let follow = move |event: web_sys::Event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^=\"?\"]").ok()?).and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
        let Some(link) = link.filter(|a| a.hash().strip_prefix('#') == Some(id)) else { return };
        event.prevent_default();
        set(link.search().strip_prefix('?').unwrap_or_default());
        if let Ok(Some(figure)) = dom::document().map(|d| d.get_element_by_id(id)) {
            figure.scroll_into_view();
        }
    };
    dom::on(dom::document()?.as_ref(), "click", Box::new(follow));
    Ok(())
}
