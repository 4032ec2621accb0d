//! What is folded away where there is little room.

use leptos::prelude::*;

use crate::content::markdown::Notes;

/// A part that an embed shows behind a disclosure, for a frame inside another page must not be endless; on the page it
/// stands open. `title` is the summary, in place of the part's own title if it has one.
pub(crate) fn in_embed(notes: &Notes, title: &str, part: AnyView) -> AnyView {
    if !notes.stand_alone() {
        return part;
    }
    let title = title.to_owned();
    view! { <details><summary>{title}</summary>{part}</details> }.into_any()
}
