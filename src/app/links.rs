//! Links in the text that set a figure: `?state#figure` changes the mounted figure in place of loading the page anew.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent};

use super::{figure, page::Page};
use crate::browser::dom;

/// Follows such links from now on, for the figures that are mounted. The links stand in prerendered prose, so one listener
/// on the document serves them all.
pub fn listen(page: Page) {
    let follow = move |event: Event| {
        if event.dyn_ref::<MouseEvent>().is_some_and(dom::is_modified_click) {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^=\"?\"]").ok()?).and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
        let Some(link) = link else { return };
        let hash = link.hash();
        let figure = hash.strip_prefix('#').and_then(|id| dom::document().ok()?.get_element_by_id(id));
        let Some(figure) = figure.and_then(|f| f.dyn_into::<HtmlElement>().ok()) else { return };
        // One that stays as prerendered follows no link, so the browser must.
        if figure::state_of(&figure).is_empty() {
            return;
        }
        event.prevent_default();
        page.followed.set([link.search().strip_prefix('?').unwrap_or_default(), &hash].concat());
        figure.scroll_into_view();
        // As after any link into the page, Tab goes on from where it leads.
        figure.set_tab_index(-1);
        let _ = figure.focus();
    };
    if let Ok(document) = dom::document() {
        dom::on(document.as_ref(), "click", Box::new(follow));
    }
}
