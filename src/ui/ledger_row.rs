//! A row of the ledger of appeals.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::leaf::Flag;

/// The `data-part` of the disclosure with the rows that an embed folds away.
pub(crate) const OTHERS: &str = "others";

/// What distinguishes a row from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowKind {
    /// How it is set.
    pub class: String,
    /// Whether the alliance was asked.
    pub asked: String,
    /// What for.
    pub group: String,
}

/// One appeal.
///
/// ```ignore
/// view! { <LedgerRow kind id=None is_hidden=flag(|| false) cells="<th …>…</th><td …>…</td>".to_owned()/> }
/// ```
#[component]
pub(crate) fn LedgerRow(
    /// What distinguishes it from others.
    kind: RowKind,
    /// Its id, on the page where it can be led to.
    id: Option<String>,
    /// Whether it is hidden at the moment.
    is_hidden: Flag,
    /// Its cells, as HTML; empty where it comes to stand around those that the page has.
    cells: String,
) -> impl IntoView {
    let RowKind { class, asked, group } = kind;
    view! { <tr role="row" id=id class=class data-asked=asked data-group=group hidden=is_hidden inner_html=cells></tr> }
}
