//! Mounts the figure in the browser: the filter hides rows and unfolds those that it is asked for.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::state::{VALUES, shows};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{
        dom::{self, Missing},
        schedule,
    },
    figures::payload,
    ui::one_choice,
};

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let rows: Vec<HtmlElement> = dom::all(root, "tr[data-asked]").into_iter().filter_map(|row| row.dyn_into().ok()).collect();
    if rows.is_empty() {
        return Err(Missing("rows"));
    }
    let mut slots = Slots::of(root);
    let chosen = one_choice::attach(root, figure, &mut slots, payload::read(root)?)?;
    slots.fill();
    let initial = super::state::choice().default;
    let changed = move |is_first: bool| {
        let chosen = chosen.get();
        if is_first && chosen == initial {
            return;
        }
        for row in &rows {
            let [asked, group] = ["data-asked", "data-group"].map(|name| row.get_attribute(name).unwrap_or_default());
            let is_shown = VALUES.get(chosen).is_some_and(|value| shows(value, &asked, &group));
            row.set_hidden(!is_shown);
            // In an embed some rows are folded away; whoever asks for them wants to see them.
            if is_shown && let Ok(Some(fold)) = row.closest("details") {
                drop(fold.toggle_attribute_with_force("open", chosen > 0));
            }
        }
    };
    schedule::follow(Box::new(changed));
    Ok(())
}
