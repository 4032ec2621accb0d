//! What the whole page shares, as signals in context.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, MediaQueryList};

use super::address::Address;
use crate::browser::dom;

/// The page around the figures.
#[derive(Clone, Copy)]
pub struct Page {
    /// The query of the address.
    pub address: Address,
    /// Changes when what drawings look like may have changed: colours by system or address, zoom, another screen, fonts.
    pub appearance: Trigger,
    /// Whether the reader asks for less motion.
    pub reduced_motion: RwSignal<bool>,
    /// The language of what the app writes, which stays though a translator changes the page's.
    pub language: RwSignal<String>,
    /// The link to a figure that a reader followed last: the state in its query, `#`, and the figure's id.
    pub followed: RwSignal<String>,
}

impl Page {
    /// A page that nothing has happened on, as the build renders it.
    pub fn prerendered() -> Self {
        Self {
            address: Address::new(),
            appearance: Trigger::new(),
            reduced_motion: RwSignal::new(false),
            language: RwSignal::new(String::new()),
            followed: RwSignal::new(String::new()),
        }
    }

    /// The page in the browser's window, followed from now on.
    pub fn of_window() -> Self {
        let page = Self::prerendered();
        page.address.follow();
        let Ok(window) = dom::window() else { return page };
        let root = window.document().and_then(|d| d.document_element());
        page.language.set(root.and_then(|root| root.get_attribute("lang")).unwrap_or_default());
        let changed = dom::callback(Box::new(move || page.appearance.notify()));
        // Browsers report zoom and another screen as a resize, and the theme's script reports its change as one.
        let _ = window.add_event_listener_with_callback("resize", &changed);
        for query in ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"] {
            if let Ok(Some(media)) = window.match_media(query) {
                let _ = media.add_event_listener_with_callback("change", &changed);
            }
        }
        if let Some(fonts) = fonts() {
            let _ = fonts.add_event_listener_with_callback("loadingdone", &changed);
        }
        if let Ok(Some(media)) = window.match_media("(prefers-reduced-motion: reduce)") {
            page.reduced_motion.set(media.matches());
            let asked = dom::callback(Box::new({
                let media: MediaQueryList = media.clone();
                move || page.reduced_motion.set(media.matches())
            }));
            let _ = media.add_event_listener_with_callback("change", &asked);
        }
        page
    }
}

/// The document's fonts, where the browser has an interface for them.
fn fonts() -> Option<EventTarget> {
    let document = dom::document().ok()?;
    Reflect::get(&document, &JsValue::from_str("fonts")).ok()?.dyn_into().ok()
}
