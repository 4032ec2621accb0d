//! Mounts the figure in the browser: the cells follow the chosen moment.

use serde::{Deserialize, Serialize};
use web_sys::Element;

use super::cells::{Cells, CellsProps, Table};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::dom::Missing,
    figures::payload,
    ui::one_choice::{self, OneChoice},
};

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// The moments.
    pub choice: OneChoice,
    /// The cells.
    pub table: Table,
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { choice, table } = payload::read(root)?;
    // It lasts as long as the page.
    let table: &'static Table = Box::leak(Box::new(table));
    let mut slots = Slots::of(root);
    let chosen = one_choice::attach(root, figure, &mut slots, choice)?;
    slots.put("cells", move || Cells(CellsProps { table, chosen }))?;
    slots.fill();
    Ok(())
}
