//! Links in the text that set a figure: `?state#figure` changes the living figure in place of loading the page anew.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MouseEvent};

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
        // With a modifier the reader asks for a tab or window of its own.
        if event.dyn_ref::<MouseEvent>().is_some_and(|e| e.ctrl_key() || e.meta_key() || e.shift_key() || e.alt_key()) {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^=\"?\"]").ok()?).and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
        let Some(link) = link.filter(|a| a.hash().strip_prefix('#') == Some(id)) else { return };
        event.prevent_default();
        set(link.search().strip_prefix('?').unwrap_or_default());
        let figure = dom::document().ok().and_then(|d| d.get_element_by_id(id)).and_then(|f| f.dyn_into::<HtmlElement>().ok());
        if let Some(figure) = figure {
            figure.scroll_into_view();
            // As after any link into the page, Tab goes on from where it leads.
            figure.set_tab_index(-1);
            let _ = figure.focus();
        }
    };
    dom::on(dom::document()?.as_ref(), "click", Box::new(follow));
    Ok(())
}
