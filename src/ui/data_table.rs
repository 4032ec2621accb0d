//! A table with its title, and what its parts have for sorting on a figure's own page.

use leptos::prelude::*;

use super::{medium::Medium, sorting};

/// A cell of a row: its words, and the value by which rows are sorted where words have another order, such as numbers and dates.
pub struct Cell {
    words: String,
    value: Option<u32>,
}

impl Cell {
    /// A cell with a value, which may be unknown.
    pub fn with(words: impl Into<String>, value: impl Into<Option<u32>>) -> Self {
        Self { words: words.into(), value: value.into() }
    }

    /// The same with a number that may have a fraction; two digits of it count.
    pub fn with_fraction(words: impl Into<String>, value: impl Into<Option<f64>>) -> Self {
        // Shares and counts of soldiers, far below the limit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let hundredths = |value: f64| (value * 100.0).round().max(0.0) as u32;
        Self::with(words, value.into().map(hundredths))
    }

    /// Its words, and its value where it is asked for.
    fn parts(self) -> (String, Option<u32>) {
        let value = self.value.filter(|_| is_sortable());
        (self.words, value)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self { words, value: None }
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<&String> for Cell {
    fn from(words: &String) -> Self {
        words.clone().into()
    }
}

/// Whether the document that is being rendered lets readers sort its tables: it has the program that does it.
fn is_sortable() -> bool {
    Medium::current() == Medium::FigurePage
}

/// The head of a column.
pub(crate) fn head(words: impl Into<String>) -> AnyView {
    let words = words.into();
    if is_sortable() {
        return view! { <th scope="col"><span data-part=sorting::HEAD>{words}</span></th> }.into_any();
    }
    view! { <th scope="col">{words}</th> }.into_any()
}

/// The first cell of a row, which names it.
pub(crate) fn row_head(cell: impl Into<Cell>) -> AnyView {
    let (words, value) = cell.into().parts();
    view! { <th scope="row" data-value=value>{words}</th> }.into_any()
}

/// Another cell.
pub(crate) fn cell(cell: impl Into<Cell>) -> AnyView {
    let (words, value) = cell.into().parts();
    view! { <td data-value=value>{words}</td> }.into_any()
}

/// A table with `heads` and `body`, its `<tbody>`, under its `title`.
///
/// ```ignore
/// view! { <DataTable title class="shares" heads body=view! { <tbody><tr>…</tr></tbody> }.into_any()/> }
/// ```
#[component]
pub(crate) fn DataTable(
    /// What stands over it, and its name.
    title: String,
    /// How it is set.
    class: &'static str,
    /// The cells of its head.
    heads: Vec<AnyView>,
    /// Its `<tbody>`.
    body: AnyView,
    /// Whether its rows may be sorted by each column: they never change.
    #[prop(optional)]
    has_order: bool,
) -> impl IntoView {
    let label = title.clone();
    let part = (has_order && is_sortable()).then_some(sorting::TABLE);
    view! {
        <div class="fig-table">
            <p class="fig-subtitle">{title}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class=class data-part=part>
                    <thead><tr>{heads}</tr></thead>
                    {body}
                </table>
            </div>
        </div>
    }
}
