//! Mounts the figure in the browser: the path follows the reader's answers.

use web_sys::Element;

use super::{
    answering::Answering,
    controls::{Controls, ControlsProps},
};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::dom::{Missing, part},
    figures::payload,
    ui::announce,
};

/// Puts the figure's components into the slots of its prerendered form, in the state of the address.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let answering = Answering::new(figure, payload::read(root)?);
    let ledger = part::<Element>(root, "ledger")?.inner_html();
    let mut slots = Slots::of(root);
    slots.put("controls", move || Controls(ControlsProps { answering, ledger }))?;
    announce::attach(root, figure, &mut slots)?;
    answering.follow();
    slots.fill();
    Ok(())
}
