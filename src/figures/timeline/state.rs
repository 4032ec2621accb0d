//! What a reader can change, and how it stands in the address: `v=1&kind=alliance`.

use crate::model::choice::VERSION;

/// The kind that shows every event.
pub(crate) const EVERY: &str = "all";

/// The kinds of event to choose from, in the order of the controls; after `EVERY` the ids of the content's kinds.
pub const KINDS: [&str; 6] = [EVERY, "protest", "violence", "government", "alliance", "claim"];

/// The keys that belong to this figure; all others in an address are left alone.
pub(crate) const KEYS: [&str; 2] = ["v", "kind"];

/// The figure's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Which events are shown: one of [`KINDS`].
    pub kind: &'static str,
}

impl State {
    /// The state that shows every event.
    pub(crate) const DEFAULT: Self = Self { kind: EVERY };

    /// Reads a query without its `?`; beside the state, whether a value was bad and fell back to the default.
    pub fn parse(query: &str) -> (Self, bool) {
        let (mut state, mut refused) = (Self::DEFAULT, false);
        for pair in query.split('&') {
            match pair.split_once('=') {
                Some(("v", version)) if version != VERSION => return (Self::DEFAULT, true),
                Some(("kind", value)) => match KINDS.into_iter().find(|kind| *kind == value) {
                    Some(kind) => state.kind = kind,
                    None => refused = true,
                },
                _ => {}
            }
        }
        (state, refused)
    }

    /// The full state as a query without its `?`.
    pub fn to_query(self) -> String {
        ["v=", VERSION, "&kind=", self.kind].concat()
    }

    /// The states that have names, by them: each kind is a state.
    #[cfg(feature = "ssr")]
    pub(crate) fn named() -> [(&'static str, Self); 6] {
        KINDS.map(|kind| (kind, Self { kind }))
    }

    /// Whether an event of `kind` is shown.
    pub(crate) fn shows(self, kind: &str) -> bool {
        self.kind == EVERY || self.kind == kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, kind) in [
            ("", "all"),
            ("v=1&kind=all", "all"),
            ("v=1&kind=protest", "protest"),
            ("v=1&kind=violence", "violence"),
            ("v=1&kind=government", "government"),
            ("v=1&kind=alliance", "alliance"),
            ("v=1&kind=claim", "claim"),
            ("kind=claim&total=2030&theme=dark", "claim"),
        ] {
            assert_eq!(State::parse(query), (State { kind }, false), "{query}");
        }
    }

    #[test]
    fn bad_values_fall_back_and_are_reported() {
        for query in ["kind=riot", "kind=", "kind=Claim", "v=2&kind=claim", "v="] {
            assert_eq!(State::parse(query), (State::DEFAULT, true), "{query}");
        }
    }

    #[test]
    fn a_state_written_and_read_is_the_same() {
        for kind in KINDS {
            assert_eq!(State::parse(&State { kind }.to_query()), (State { kind }, false));
        }
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn the_kinds_are_those_of_the_content() {
        use crate::content::day::EventKind::{Alliance, Claim, Government, Protest, Violence};
        assert_eq!(KINDS[1..], [Protest, Violence, Government, Alliance, Claim].map(|kind| kind.id()));
        assert!(State { kind: "claim" }.shows("claim") && !State { kind: "claim" }.shows("protest") && State::DEFAULT.shows("claim"));
    }
}
