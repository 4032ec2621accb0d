//! The table: one row per sender.

use leptos::prelude::*;

use super::{
    data::{Bar, ShareData},
    shares::Shares,
};
use crate::{
    text::words::{grouped, rounded},
    ui::leaf::text,
};

/// Cells of a row after its heading.
pub const COLUMNS: usize = 4;

/// Soldiers, share, rate per million inhabitants, and how the number is known.
pub fn cells(bar: &Bar, data: &ShareData) -> [String; COLUMNS] {
    [
        grouped(bar.soldiers),
        data.words.fill("value_share", &[("value", &rounded(bar.share).to_string())]),
        grouped(rounded(bar.per_million)),
        bar.note.clone(),
    ]
}

/// The body of the table: one row per bar.
#[component]
pub fn Rows(
    /// The figure.
    shares: Shares,
) -> impl IntoView {
    let bars = move || shares.state.with(|state| shares.data.bars(state));
    let row = |(at, bar): (usize, Bar)| {
        let cell = |column: usize| {
            let words = move || bars().get(at).map_or_else(String::new, |bar| cells(bar, shares.data)[column].clone());
            view! { <td inner_html=text(words)></td> }
        };
        view! { <tr><th scope="row">{bar.name}</th>{(0..COLUMNS).map(cell).collect_view()}</tr> }
    };
    view! { <tbody data-part="table">{untrack(bars).into_iter().enumerate().map(row).collect_view()}</tbody> }
}
