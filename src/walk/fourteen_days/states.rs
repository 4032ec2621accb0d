//! The states of the stage in their order, and what each of them describes.

/// A state.
pub(super) struct State {
    /// Its name in the scene's text.
    pub name: &'static str,
    /// The first and the last day that it describes, each by an event of `data/days.json` or a fact with a day.
    pub days: (&'static str, &'static str),
    /// The town that it is about, by its id on the map.
    pub town: Option<&'static str>,
    /// What happened in that town, by the keys of its words, as lines beside it.
    pub here: &'static [&'static str],
    /// Whether its day stands beside its notes.
    pub has_heading: bool,
    /// What stands below the strip of days.
    pub notes: &'static [Note],
    /// The facts that it shows, for those who do not see it.
    pub facts: &'static [&'static str],
}

/// A line of words below the strip of days.
pub(super) struct Note {
    /// The key of its words.
    pub key: &'static str,
    /// The event or the fact whose day it names.
    pub day: Option<&'static str>,
    /// Whether it is no event but somebody's claim.
    pub is_claim: bool,
}

/// The state in which night falls, and that of the morning after, when soldiers come.
pub(super) const NIGHT: usize = 1;
pub(super) const MORNING: usize = 2;

/// A fact with a day.
const FREED: &str = "kz-2022-pianist";

/// All of them.
pub(super) const STATES: &[State] = &[
    State {
        name: "price",
        days: ("protest-begins", "turns-violent"),
        town: Some("zhanaozen"),
        here: &[],
        has_heading: false,
        notes: &[event("fourteen_spread", Some("protest-spreads")), event("fourteen_violence", Some("turns-violent"))],
        facts: &["jan-0102-protest", "jan-0104-violence"],
    },
    State {
        name: "night",
        days: ("airport-seized", "asked"),
        town: Some("almaty"),
        here: &["fourteen_residence", "fourteen_hall", "fourteen_airport"],
        has_heading: true,
        notes: &[],
        facts: &["jan-0105-buildings", "jan-0105-airport"],
    },
    State {
        name: "decision",
        days: ("decided", "first-units"),
        town: None,
        here: &[],
        has_heading: true,
        notes: &[event("fourteen_decided", None), event("fourteen_units", None)],
        facts: &["jan-0106-decision", "jan-days-stay"],
    },
    State {
        name: "claim",
        days: ("open-fire", "twenty-thousand"),
        town: Some("almaty"),
        here: &[],
        has_heading: true,
        notes: &[event("fourteen_order", None), claim("fourteen_claim")],
        facts: &["jan-0107-shoot-order", "jan-0107-20000"],
    },
    State {
        name: "confession",
        days: (FREED, FREED),
        town: None,
        here: &[],
        has_heading: false,
        notes: &[claim("fourteen_confession"), event("fourteen_freed", Some(FREED))],
        facts: &[FREED],
    },
];

/// Their names.
pub(super) const NAMES: &[&str] = &{
    let mut names = [""; STATES.len()];
    let mut n = 0;
    while n < STATES.len() {
        names[n] = STATES[n].name;
        n += 1;
    }
    names
};

const fn event(key: &'static str, day: Option<&'static str>) -> Note {
    Note { key, day, is_claim: false }
}

const fn claim(key: &'static str) -> Note {
    Note { key, day: None, is_claim: true }
}
