//! Mounts the figure in the browser: the rows follow the filter.

use leptos::prelude::*;
use web_sys::Element;

use super::filter::{self, Payload};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::dom::{Missing, part},
    figures::payload,
    ui::{
        fold::{Fold, FoldProps},
        ledger_row::{LedgerRow, LedgerRowProps, OTHERS},
        one_choice,
    },
};

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { choice, rows, folded } = payload::read(root)?;
    let mut slots = Slots::of(root);
    let chosen = one_choice::attach(root, figure, &mut slots, choice)?;
    let shown = slots.each("tr[data-asked]", rows.len(), "row for each appeal")?;
    if let Some(folded) = folded {
        let fold: Element = part(root, OTHERS)?;
        let is_open = RwSignal::new(fold.has_attribute("open"));
        slots.put_around(fold, move || Fold(FoldProps { is_open, part: Some(OTHERS), html: String::new() }));
        filter::unfold(chosen, rows.iter().skip(folded).cloned().collect(), is_open);
    }
    for (row, kind) in shown.into_iter().zip(rows) {
        let is_hidden = filter::is_hidden(chosen, &kind);
        slots.put_around(row, move || LedgerRow(LedgerRowProps { kind, id: None, is_hidden, cells: String::new() }));
    }
    slots.fill();
    Ok(())
}
