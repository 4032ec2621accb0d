//! Which rows the reader's choice shows.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::state::{VALUES, shows};
use crate::{
    browser::schedule,
    ui::{
        leaf::{Flag, flag},
        ledger_row::RowKind,
        one_choice::{Chosen, OneChoice},
    },
};

/// What the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Payload {
    /// The filter.
    pub choice: OneChoice,
    /// The rows, from the first.
    pub rows: Vec<RowKind>,
    /// The index of the first row that is folded away; `None` where all are open.
    pub folded: Option<usize>,
}

/// Whether the choice of the moment hides a row of this kind.
pub(super) fn is_hidden(chosen: Chosen, kind: &RowKind) -> Flag {
    let kind = kind.clone();
    flag(move || !is_shown(chosen.get(), &kind))
}

/// Opens the disclosure of `folded` rows while the reader has chosen some of them, for whoever asks for them wants to see them.
pub(super) fn unfold(chosen: Chosen, folded: Vec<RowKind>, is_open: RwSignal<bool>) {
    let initial = super::state::choice().default;
    let changed = move |is_first: bool| {
        let now = chosen.get();
        let is_untouched = is_first && now == initial;
        if !is_untouched && folded.iter().any(|kind| is_shown(now, kind)) {
            is_open.set(now != initial);
        }
    };
    schedule::follow(Box::new(changed));
}

fn is_shown(chosen: usize, kind: &RowKind) -> bool {
    VALUES.get(chosen).is_some_and(|value| shows(value, &kind.asked, &kind.group))
}
