//! Tables that become stacks of labelled cells on a narrow page.
//!
//! CSS that changes `display` may take a table's meaning away from assistive technology, so the roles stand in the
//! HTML. The label that a stacked cell shows repeats its column's head, which is read out anyway: it is hidden there.

use leptos::prelude::*;

/// A table with its caption, column heads and rows. `class` names it for its own stylesheet.
pub fn table(class: &str, caption: AnyView, heads: Vec<AnyView>, rows: Vec<AnyView>, foot: Option<AnyView>) -> AnyView {
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect();
    let foot = foot.map(|row| view! { <tfoot role="rowgroup">{row}</tfoot> });
    view! {
        <table class=format!("stacking {class}") role="table">
            <caption>{caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
            {foot}
        </table>
    }
    .into_any()
}

/// A row: its head, then its cells. `class` may be empty.
pub fn row(class: &'static str, head: AnyView, cells: Vec<AnyView>) -> AnyView {
    view! { <tr role="row" class=(!class.is_empty()).then_some(class)><th scope="row" role="rowheader">{head}</th>{cells}</tr> }.into_any()
}

/// A cell under the column head `label`.
pub fn cell(label: &str, content: AnyView) -> AnyView {
    let label = label.to_owned();
    view! { <td role="cell"><span class="cell-label" aria-hidden="true">{label}</span><span class="cell-value">{content}</span></td> }
        .into_any()
}

/// A piece of HTML as a view.
pub fn raw(html: String) -> AnyView {
    view! { <span inner_html=html></span> }.into_any()
}
