//! The stage of the scene "since then": the ledger goes on after the essay, below the row of January 2022.

use super::{
    record::{Record, State, Tells, names},
    still::Drawn,
};
use crate::figures::non_interventions::stage;

/// The scene.
pub(crate) const DRAWN: Drawn = Drawn {
    id: stage::SINCE,
    states: &names::<{ STATES.len() }>(STATES),
    still: |content, step| RECORD.still(content, step),
    in_app: Some(|content, scene, cited| RECORD.in_app(content, scene, cited)),
};

/// Its ledger.
pub(super) const RECORD: Record = Record { before: &["kazakhstan-2022"], states: STATES, has_map: false };

const STATES: &[State] = &[
    told("armenia-2022", &["armenia-2022"], Tells::Asked),
    told("armenia-2022-came", &["armenia-2022"], Tells::Came),
    told("kyrgyz-tajik-2022", &["kyrgyz-tajik-2022"], Tells::Came),
    told("no-appeal", &["gorno-badakhshan-2022", "karabakh-2023", "kursk-2024"], Tells::Came),
    told("later", &["armenia-2022", "kyrgyz-tajik-2022"], Tells::Later(&LATER)),
];

/// What followed, by row of the ledger: the fact whose day the step gives.
const LATER: [(&str, &str); 2] = [("armenia-2022", "since-2024-02-22-frozen"), ("kyrgyz-tajik-2022", "since-2025-03-13-border")];

const fn told(name: &'static str, told: &'static [&'static str], tells: Tells) -> State {
    State { name, told, along: &[], tells }
}
