//! Sorting a table by a column: a button in each head, which sorts upwards, then downwards, then restores the order.
//!
//! The build marks what can be sorted, and only on pages whose program does it; the buttons come with the program, because without
//! it they would do nothing.

use std::cmp::Ordering;

use leptos::prelude::*;
use web_sys::Element;

use super::leaf::on_click;
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{
        dom::{self, part},
        schedule,
    },
};

/// The `data-part` of a table whose rows can be sorted.
pub(crate) const TABLE: &str = "sortable";

/// The `data-part` of the words of a head by which they can.
pub(crate) const HEAD: &str = "sort";

/// The `data-part` of what has the words for the announcements, as attributes; `{}` stands for the column.
pub(crate) const WORDS: &str = "tables";

/// The attributes with these words: sorted upwards, downwards, and as at first.
pub(crate) const ANNOUNCED: [&str; 3] = ["data-sorted-up", "data-sorted-down", "data-sorted-not"];

/// The attribute with the value of a cell.
const VALUE: &str = "data-value";

/// By what rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Order {
    column: usize,
    is_descending: bool,
}

impl Order {
    /// What a press on the head of `column` makes of an order.
    fn pressed(now: Option<Self>, column: usize) -> Option<Self> {
        match now {
            Some(order) if order.column == column => (!order.is_descending).then_some(Self { is_descending: true, ..order }),
            _ => Some(Self { column, is_descending: false }),
        }
    }
}

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    value: Option<u32>,
    words: String,
}

impl Key {
    fn of(row: &Element, column: usize) -> Self {
        let cell = u32::try_from(column).ok().and_then(|column| row.children().item(column));
        let value = cell.as_ref().and_then(|cell| cell.get_attribute(VALUE)?.parse().ok());
        let words = cell.and_then(|cell| cell.text_content()).unwrap_or_default();
        Self { value, words }
    }
}

/// The rows with these keys in their order, by their places before. Equal rows keep their order; what has no value stands
/// last, whichever way the others are sorted.
fn sorted(keys: &[Key], is_descending: bool) -> Vec<usize> {
    let has_values = keys.iter().any(|key| key.value.is_some());
    let is_empty = |key: &Key| if has_values { key.value.is_none() } else { key.words.is_empty() };
    let compared = |a: &Key, b: &Key| {
        let order = if has_values { a.value.cmp(&b.value) } else { a.words.cmp(&b.words) };
        match is_empty(a).cmp(&is_empty(b)) {
            Ordering::Equal if is_descending => order.reverse(),
            Ordering::Equal => order,
            last => last,
        }
    };
    // Rows are few, and the standard library's sorting would make the program larger by several kilobytes.
    let mut places: Vec<usize> = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let after = places.iter().take_while(|place| compared(&keys[**place], key) != Ordering::Greater).count();
        places.insert(after, at);
    }
    places
}

/// The button in the head of `column`; it comes to stand around the words that the head has.
///
/// ```ignore
/// slots.put_around(words, move || SortButton(SortButtonProps { order, column }));
/// ```
#[component]
fn SortButton(
    /// The order of the table.
    order: RwSignal<Option<Order>>,
    /// The column, from 0.
    column: usize,
) -> impl IntoView {
    let press = on_click(move |_| order.update(|order| *order = Order::pressed(*order, column)));
    view! { <button type="button" class="sort" on:click=press></button> }
}

/// Lets readers sort the tables of the figure `root` that are marked for it.
pub(crate) fn attach(root: &Element, figure: Figure) {
    let Ok(words) = part::<Element>(root, WORDS) else { return };
    for table in dom::all(root, &["[data-part=\"", TABLE, "\"]"].concat()) {
        let order = RwSignal::new(None);
        let heads = dom::all(&table, "thead th");
        let mut slots = Slots::of(&table);
        for (column, head) in heads.iter().enumerate() {
            if let Ok(label) = part(head, HEAD) {
                slots.put_around(label, move || SortButton(SortButtonProps { order, column }));
            }
        }
        slots.fill();
        let rows = dom::all(&table, "tbody > tr");
        let words = words.clone();
        schedule::follow(Box::new(move |is_first| {
            let order = order.get();
            if !is_first {
                arrange(&rows, order);
                let said = mark(&heads, order, &words);
                figure.announce(said);
            }
        }));
    }
}

/// Puts the rows into their order.
fn arrange(rows: &[Element], order: Option<Order>) {
    let places = match order {
        Some(Order { column, is_descending }) => {
            let keys: Vec<Key> = rows.iter().map(|row| Key::of(row, column)).collect();
            sorted(&keys, is_descending)
        }
        None => (0..rows.len()).collect(),
    };
    for row in places.into_iter().filter_map(|place| rows.get(place)) {
        if let Some(body) = row.parent_element() {
            // It moves there.
            let _ = body.append_child(row);
        }
    }
}

/// Marks the head by which rows are sorted, and gives what is announced, in the words of `words`.
fn mark(heads: &[Element], order: Option<Order>, words: &Element) -> String {
    let mut column = String::new();
    for (at, head) in heads.iter().enumerate() {
        match order.filter(|order| order.column == at) {
            Some(order) => {
                column = head.text_content().unwrap_or_default();
                let _ = head.set_attribute("aria-sort", if order.is_descending { "descending" } else { "ascending" });
            }
            None => drop(head.remove_attribute("aria-sort")),
        }
    }
    let said = order.map_or(2, |order| usize::from(order.is_descending));
    words.get_attribute(ANNOUNCED[said]).unwrap_or_default().replace("{}", &column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(cells: &[(Option<u32>, &str)], is_descending: bool) -> Vec<usize> {
        let keys: Vec<Key> = cells.iter().map(|(value, words)| Key { value: *value, words: (*words).to_owned() }).collect();
        sorted(&keys, is_descending)
    }

    #[test]
    fn values_and_not_words_are_compared_and_equal_rows_keep_their_order() {
        let cells = [(Some(2030), "2,030"), (Some(150), "150"), (None, "not published"), (Some(150), "about 150"), (Some(9), "9")];
        assert_eq!(places(&cells, false), [4, 1, 3, 0, 2]);
        assert_eq!(places(&cells, true), [0, 1, 3, 4, 2]);
    }

    #[test]
    fn words_are_compared_where_no_cell_has_a_value_and_empty_ones_stand_last() {
        let cells = [(None, "russia"), (None, ""), (None, "armenia"), (None, "belarus")];
        assert_eq!(places(&cells, false), [2, 3, 0, 1]);
        assert_eq!(places(&cells, true), [0, 3, 2, 1]);
    }

    #[test]
    fn a_third_press_restores_the_order_and_another_head_begins_anew() {
        let up = Order::pressed(None, 2);
        let down = Order::pressed(up, 2);
        assert_eq!(down, Some(Order { column: 2, is_descending: true }));
        assert_eq!(Order::pressed(down, 2), None);
        assert_eq!(Order::pressed(down, 1), Some(Order { column: 1, is_descending: false }));
    }
}
