//! What a reader can change, and how it stands in the address: `v=1&step=known`.
//!
//! Version 1 is never given another meaning.

use crate::model::choice::VERSION;

/// A step of the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// All soldiers.
    All,
    /// By the state that sent them.
    Sender,
    /// By how their number is known.
    Known,
    /// Those present against those permitted.
    Present,
    /// Beside the force that the decision named.
    Peacekeepers,
    /// Beside another force.
    Rapid,
    /// Per million inhabitants.
    Rate,
}

impl Step {
    /// All, in the order of the page.
    pub const ALL: [Self; 7] = [Self::All, Self::Sender, Self::Known, Self::Present, Self::Peacekeepers, Self::Rapid, Self::Rate];

    /// The one that stands on the built page: it shows the finding.
    pub const DEFAULT: Self = Self::Known;

    /// The value in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Sender => "sender",
            Self::Known => "known",
            Self::Present => "present",
            Self::Peacekeepers => "peacekeepers",
            Self::Rapid => "rapid",
            Self::Rate => "rate",
        }
    }

    /// The step with that value.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.id() == id)
    }

    /// Its place in [`Step::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether it separates those present from those only permitted.
    pub fn is_against_present(self) -> bool {
        matches!(self, Self::Present | Self::Peacekeepers | Self::Rapid)
    }

    /// Reads a query without its `?`; and whether all of it could be read. A bad value falls back to the default.
    pub fn parse(query: &str) -> (Self, bool) {
        let (mut step, mut sound) = (Self::DEFAULT, true);
        for pair in query.split('&') {
            match pair.split_once('=').unwrap_or((pair, "")) {
                ("v", version) if version != VERSION => return (Self::DEFAULT, false),
                ("step", id) => {
                    let found = Self::from_id(id);
                    sound = found.is_some();
                    step = found.unwrap_or(Self::DEFAULT);
                }
                _ => {}
            }
        }
        (step, sound)
    }

    /// The states that have names, by them: each step is a state.
    #[cfg(feature = "ssr")]
    pub fn named() -> [(&'static str, Self); 7] {
        Self::ALL.map(|step| (step.id(), step))
    }

    /// The state as a query without its `?`.
    pub fn to_query(self) -> String {
        ["v=", VERSION, "&step=", self.id()].concat()
    }
}

/// The keys that belong to this figure; all others in an address are left alone.
pub const KEYS: [&str; 2] = ["v", "step"];

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, step) in [
            ("", Step::Known),
            ("v=1&step=all", Step::All),
            ("v=1&step=sender", Step::Sender),
            ("v=1&step=known", Step::Known),
            ("v=1&step=present", Step::Present),
            ("v=1&step=peacekeepers", Step::Peacekeepers),
            ("v=1&step=rapid", Step::Rapid),
            ("v=1&step=rate", Step::Rate),
            ("step=rate", Step::Rate),
            ("total=2030&unit=share&theme=dark", Step::Known),
        ] {
            assert_eq!(Step::parse(query), (step, true), "{query}");
        }
    }

    #[test]
    fn bad_values_fall_back_and_are_reported() {
        for query in ["step=", "step=8", "step=Known", "v=2&step=rate", "step=ä"] {
            assert_eq!(Step::parse(query), (Step::DEFAULT, false), "{query}");
        }
    }

    #[test]
    fn a_step_written_and_read_is_the_same() {
        for (i, step) in Step::ALL.into_iter().enumerate() {
            assert_eq!(step.index(), i);
            assert_eq!(Step::parse(&step.to_query()), (step, true));
        }
    }
}
