//! A table behind a disclosure.

use leptos::prelude::*;

use super::medium::Medium;

/// A table with `heads` and `body`, its `<tbody>`, behind a disclosure with `title`.
///
/// ```ignore
/// view! { <DataTable title class="shares" heads body=view! { <tbody><tr>…</tr></tbody> }.into_any()/> }
/// ```
#[component]
pub(crate) fn DataTable(
    /// The summary of the disclosure, and the table's name.
    title: String,
    /// How it is set.
    class: &'static str,
    /// The cells of its head.
    heads: Vec<AnyView>,
    /// Its `<tbody>`.
    body: AnyView,
) -> impl IntoView {
    let label = title.clone();
    view! {
        <details class="fig-table" open=Medium::current().is_open()>
            <summary>{title}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class=class>
                    <thead><tr>{heads}</tr></thead>
                    {body}
                </table>
            </div>
        </details>
    }
}
