//! The stage of the scene "stayed home": the ledger up to the essay, and maps.

use super::{
    record::{Record, State, Tells, names},
    still::Drawn,
};
use crate::figures::non_interventions::stage;

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn {
    id: stage::BEFORE,
    states: &names::<{ STATES.len() }>(STATES),
    still: |content, step| RECORD.still(content, step),
    in_app: Some(|content, scene, cited| RECORD.in_app(content, scene, cited)),
};

/// Its ledger.
pub(super) const RECORD: Record = Record { before: &[], states: STATES, has_map: true };

const STATES: &[State] = &[
    told("osh", &["kyrgyzstan-2010"]),
    told("crowds", &["belarus-2020", "kyrgyzstan-2020"]),
    told("karabakh", &["karabakh-2020"]),
    told("members", &["kyrgyz-tajik-2021"]),
    State { along: &["armenia-2021-november"], ..told("appeals", &["armenia-2021", "tajikistan-2021"]) },
    told("came", &["kazakhstan-2022"]),
];

const fn told(name: &'static str, told: &'static [&'static str]) -> State {
    State { name, told, along: &[], tells: Tells::Came }
}
