//! The cells of the table: who stood where in each organisation, at the moment that is chosen.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ui::{
    leaf::{text, value},
    one_choice::Chosen,
};

/// A cell at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Index into [`Table::standings`].
    pub standing: usize,
    /// Since when.
    pub since: String,
    /// Whether it is another than at the moment before.
    pub is_new: bool,
}

/// What the cells show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Id and word of each standing.
    pub standings: Vec<(String, String)>,
    /// The names of the rows.
    pub states: Vec<String>,
    /// The cells of each moment, row by row.
    pub moments: Vec<Vec<Cell>>,
}

impl Table {
    fn cell(&self, moment: usize, at: usize) -> Option<&Cell> {
        self.moments.get(moment)?.get(at)
    }

    /// Id and word of the standing of a cell.
    fn standing(&self, moment: usize, at: usize) -> (&str, &str) {
        let found = self.cell(moment, at).and_then(|cell| self.standings.get(cell.standing));
        found.map_or(("", ""), |(id, word)| (id, word))
    }
}

/// The body of the table.
#[component]
pub fn Cells(
    /// What the cells show.
    table: &'static Table,
    /// The moment.
    chosen: Chosen,
) -> impl IntoView {
    let columns = table.moments.first().map_or(0, Vec::len) / table.states.len().max(1);
    let initial = chosen.now();
    let cell = |at: usize| {
        // What is new is marked from the first choice on: before it there is nothing to compare with.
        let class = move || {
            let moment = chosen.get();
            let is_marked = moment != initial && table.cell(moment, at).is_some_and(|cell| cell.is_new);
            [table.standing(moment, at).0, if is_marked { " new" } else { "" }].concat()
        };
        let symbol = move || ["#club-", table.standing(chosen.get(), at).0].concat();
        let word = move || table.standing(chosen.get(), at).1.to_owned();
        let since = move || table.cell(chosen.get(), at).map_or_else(String::new, |cell| cell.since.clone());
        view! {
            <td role="cell" class=value(class)>
                <svg aria-hidden="true"><use href=value(symbol)></use></svg>
                <span inner_html=text(word)></span>
                <small inner_html=text(since)></small>
            </td>
        }
    };
    let row = |(row, state): (usize, &String)| {
        let cells = (row * columns..(row + 1) * columns).map(cell).collect_view();
        view! { <tr role="row"><th scope="row" role="rowheader">{state.clone()}</th>{cells}</tr> }
    };
    let rows = table.states.iter().enumerate().map(row).collect_view();
    view! { <tbody role="rowgroup" data-part="cells">{rows}</tbody> }
}
