//! Places for older fragments in addresses, so that they lead where their text stands now.

use leptos::prelude::*;

/// An empty element for each of the fragments `also`, but those that are taken in the same document.
pub(crate) fn view(also: &[String], is_taken: &dyn Fn(&str) -> bool) -> Vec<AnyView> {
    also.iter().filter(|id| !is_taken(id)).map(|id| view! { <span class="anchor" id=id.clone()></span> }.into_any()).collect()
}
