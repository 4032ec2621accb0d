//! A disclosure that the app opens and closes besides the reader.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::leaf::{flag, on_change};

/// A disclosure that is open while `is_open` says so; the signal follows the reader, who may open and close it, too.
///
/// ```ignore
/// let is_open = RwSignal::new(false);
/// view! { <Fold is_open html="<summary>More</summary><p>…</p>".to_owned()/> }
/// ```
#[component]
pub(crate) fn Fold(
    /// Whether it is open.
    is_open: RwSignal<bool>,
    /// Its `data-part`, where something asks for it.
    #[prop(optional)]
    part: Option<&'static str>,
    /// What stands in it, its summary first; empty where it comes to stand around what the page has.
    html: String,
) -> impl IntoView {
    let toggled = move |event: ev::Event| {
        if let Some(fold) = event.current_target().and_then(|fold| fold.dyn_into::<Element>().ok()) {
            is_open.set(fold.has_attribute("open"));
        }
    };
    view! {
        <details data-part=part open=flag(move || is_open.get()) on:toggle:capture=on_change(toggled) inner_html=html></details>
    }
}
