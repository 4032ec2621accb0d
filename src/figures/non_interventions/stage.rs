//! The ledger on the stages of the scenes "stayed home" and "since then" in the browser: each row becomes a button that opens
//! by whose count people died, how it was explained, and the sources.
//!
//! Without the app a still is an image with one sentence, to assistive technology too. Once its rows can be pressed it is a
//! list, so its parts are exposed.

use leptos::{mount::mount_to, prelude::*};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{
    app::figure::Figure,
    browser::dom::{self, Missing},
    figures::payload,
};

/// The scene up to the essay.
pub const BEFORE: &str = "stayed-home";

/// The scene after it.
pub const SINCE: &str = "since-then";

/// The id of the sheet with a row's details, before that of the scene.
const SHEET: &str = "details-";

/// The rows of a still that have come in.
const ROWS: &str = "ol > li:not(.to-come, .record-here)";

/// The class of a row that the card describes.
const TOLD: &str = "told";

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// The rows of the scene's ledger, in the order of time.
    pub rows: Vec<Row>,
    /// For each step of the scene which of them its still shows, by their indices.
    pub steps: Vec<Vec<u8>>,
    /// What closes the sheet.
    pub close: String,
}

/// A row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What it is called, with its date.
    pub name: String,
    /// What its sheet says, as HTML.
    pub details: String,
}

/// Makes the rows buttons, and puts the sheet for their details on the stage.
///
/// # Errors
/// The part that is missing; then nothing has been changed.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { rows, steps, close } = payload::read(root)?;
    let stage: HtmlElement = root.clone().dyn_into().map_err(|_| Missing("stage"))?;
    if !dom::has(&stage, "popover") {
        return Err(Missing("popover"));
    }
    let walk = root.closest(".walk").ok().flatten().ok_or(Missing("walk"))?;
    let pictures = dom::all(&walk, ".picture");
    let shown: Vec<Vec<HtmlElement>> = pictures.iter().map(rows_of).collect();
    if !shown.iter().map(Vec::len).eq(steps.iter().map(Vec::len)) {
        return Err(Missing("row for each crisis"));
    }
    let sheet: &'static str = String::leak([SHEET, figure.id].concat());
    let open = RwSignal::new(0);
    let rows = StoredValue::new(rows);
    let details = move || rows.with_value(|rows| rows.get(open.get()).map(|row| row.details.clone())).unwrap_or_default();
    let view = move || {
        view! {
            <div class="row-details" id=sheet popover="auto">
                <div inner_html=details></div>
                <button type="button" class="close" popovertarget=sheet>{close}</button>
            </div>
        }
    };
    // Before the rows, so that no button is there without it.
    mount_to(stage, view).forget();
    for ((picture, elements), step) in pictures.iter().zip(shown).zip(steps) {
        let has_rows = !elements.is_empty();
        for (element, row) in elements.into_iter().zip(step.into_iter().map(usize::from)) {
            let name = rows.with_value(|rows| rows.get(row).map(|row| row.name.clone())).unwrap_or_default();
            let is_told = element.class_list().contains(TOLD);
            mount_to(element, move || view! { <RowButton name is_told sheet press=move || open.set(row)/> }).forget();
        }
        // A step may show a figure, which stays one image.
        if has_rows {
            expose(picture);
        }
    }
    Ok(())
}

/// The button that lies over a row. Tab stops at the rows that the card describes; the arrow keys reach the others.
#[component]
fn RowButton(
    /// What the row is called.
    name: String,
    /// Whether the card describes it.
    is_told: bool,
    /// The id of the sheet that it opens.
    sheet: &'static str,
    /// Chooses what the sheet says.
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="row-button"
            aria-label=name
            tabindex=if is_told { "0" } else { "-1" }
            popovertarget=sheet
            popovertargetaction="show"
            on:click=move |_| press()
            on:keydown=|event| go(&event)
        ></button>
    }
}

/// Moves the focus up or down to the next row.
fn go(event: &KeyboardEvent) {
    let next: fn(&Element) -> Option<Element> = match &*event.key() {
        "ArrowDown" => Element::next_element_sibling,
        "ArrowUp" => Element::previous_element_sibling,
        _ => return,
    };
    if dom::has_modifier(event) {
        return;
    }
    event.prevent_default();
    let mut row = dom::focused().and_then(|button| button.parent_element());
    while let Some(beside) = row.as_ref().and_then(next) {
        if let Some(button) = beside.query_selector("button").ok().flatten().and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            return dom::focus_in_place(&button);
        }
        row = Some(beside);
    }
}

/// The rows of a still that have come in.
fn rows_of(picture: &Element) -> Vec<HtmlElement> {
    dom::all(picture, ROWS).into_iter().filter_map(|row| row.dyn_into().ok()).collect()
}

/// Makes an image a list with a name. What was said in the image's one sentence stands in the list.
fn expose(picture: &Element) {
    let set = |selector: &str, name: &str, value: Option<&str>| {
        for element in dom::all(picture, selector) {
            // Neither fails: the names are valid.
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    };
    let _ = picture.set_attribute("role", "group");
    set(".visually-hidden", "hidden", Some(""));
    set(".drawing", "aria-hidden", None);
    set(".record-maps", "aria-hidden", Some("true"));
}
