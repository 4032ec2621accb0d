//! The living figure: the filter hides rows, unfolds those that it is asked for, and says how many are left.

use web_sys::{Element, HtmlElement};

use super::{
    ID,
    state::{KEY, VALUES, shows},
};
use crate::live::{
    choice,
    dom::{self, Missing},
    json::{self, Json},
};

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub(crate) fn start(root: &Element) -> Result<(), Missing> {
    let sentences = json::read(root, |root| root.list(Json::text))?;
    let rows: Vec<HtmlElement> = dom::all(root, "tr[data-asked]");
    if rows.is_empty() {
        return Err(Missing("rows"));
    }
    let show = move |chosen: usize| {
        for row in &rows {
            let [asked, group] = ["data-asked", "data-group"].map(|name| row.get_attribute(name).unwrap_or_default());
            let is_shown = VALUES.get(chosen).is_some_and(|value| shows(value, &asked, &group));
            row.set_hidden(!is_shown);
            // In an embed some rows are folded away; whoever asks for them wants to see them.
            if is_shown && let Ok(Some(fold)) = row.closest("details") {
                drop(fold.toggle_attribute_with_force("open", chosen > 0));
            }
        }
        sentences.get(chosen).cloned().unwrap_or_default()
    };
    choice::start(root, ID, KEY, Box::new(show))
}
