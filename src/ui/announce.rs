//! The live region of a figure, and the note that an address could not be read.

use leptos::prelude::*;
use web_sys::Element;

use super::leaf::{flag, text};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::dom::{Missing, part},
};

/// What screen readers announce of a change.
///
/// ```ignore
/// view! { <Announce figure/> }
/// figure.announce("Russia’s part is about three quarters.".to_owned());
/// ```
#[component]
pub(crate) fn Announce(
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let lang = figure.page.language.get_untracked();
    let lang = (!lang.is_empty()).then_some(lang);
    view! { <p class="visually-hidden" role="status" data-part="announce" lang=lang inner_html=text(move || figure.announced.get())></p> }
}

/// Says that something of the address could not be read; hidden while there is nothing to say.
#[component]
pub(crate) fn AddressNote(
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    view! {
        <p class="fig-alert" data-part="address-note" hidden=flag(move || !figure.is_refused.get())
            inner_html=text(move || figure.refusal.get())></p>
    }
}

/// Puts both into their slots in the figure `root`; the note keeps the words that it has there.
///
/// # Errors
/// Where one of them is missing.
pub(crate) fn attach(root: &Element, figure: Figure, slots: &mut Slots) -> Result<(), Missing> {
    let note: Element = part(root, "address-note")?;
    figure.refusal.set(note.text_content().unwrap_or_default());
    slots.put("announce", move || Announce(AnnounceProps { figure }))?;
    slots.put("address-note", move || AddressNote(AddressNoteProps { figure }))
}
