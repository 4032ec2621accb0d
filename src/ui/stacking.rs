//! Tables that fold on a narrow page, by class: `stacking` puts every cell on a line of its own under its column's
//! head; `folding` puts each row's head on a line above its cells and keeps the columns.
//!
//! CSS that changes `display` may take a table's meaning away from assistive technology, so the roles stand in the
//! HTML. The head that a stacked cell repeats is read out anyway: it is hidden there.

use leptos::prelude::*;

use crate::content::markdown;

/// A table with its caption, column heads and rows. `class` holds `stacking` or `folding` and the table's own name.
pub(crate) fn table(class: &'static str, caption: AnyView, heads: Vec<AnyView>, rows: Vec<AnyView>, foot: Option<AnyView>) -> AnyView {
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect();
    let foot = foot.map(|row| view! { <tfoot role="rowgroup">{row}</tfoot> });
    view! {
        <table class=class role="table">
            <caption>{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
            {foot}
        </table>
    }
    .into_any()
}

/// A column head whose note's mark, which may be empty, keeps to its last word.
pub(crate) fn marked_head(label: &str, mark: &str) -> AnyView {
    raw(markdown::marked(label, mark))
}

/// A row: its head, then its cells. `class` may be empty.
pub(crate) fn row(class: &'static str, head: AnyView, cells: Vec<AnyView>) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    view! { <tr role="row" class=class><th scope="row" role="rowheader">{head}</th>{cells}</tr> }.into_any()
}

/// A cell.
pub(crate) fn cell(content: AnyView) -> AnyView {
    view! { <td role="cell">{content}</td> }.into_any()
}

/// A cell that shows the head of its column, `label`, where the table has folded.
pub(crate) fn labelled_cell(label: &str, content: AnyView) -> AnyView {
    let label = label.to_owned();
    view! { <td role="cell"><span class="cell-label" aria-hidden="true">{label}" "</span>{content}</td> }.into_any()
}

/// A piece of HTML as a view.
pub(crate) fn raw(html: String) -> AnyView {
    view! { <span inner_html=html></span> }.into_any()
}
