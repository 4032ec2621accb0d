//! A table with its title.

use leptos::prelude::*;

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
) -> impl IntoView {
    let label = title.clone();
    view! {
        <div class="fig-table">
            <p class="fig-subtitle">{title}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class=class>
                    <thead><tr>{heads}</tr></thead>
                    {body}
                </table>
            </div>
        </div>
    }
}
