//! What a reader can change: the moment. `v=1&clubs=2022-01`; version 1 is never given another meaning.

#[cfg(feature = "ssr")]
use crate::{content::membership::Memberships, model::choice::Choice};

/// The key in addresses; its values are the moments of `data/memberships.json`.
pub const KEY: &str = "clubs";

/// The choice as prerendered.
#[cfg(feature = "ssr")]
pub fn choice(memberships: &Memberships) -> Choice {
    let values = memberships.moments.clone();
    let default = values.iter().position(|moment| *moment == memberships.shown).unwrap_or(0);
    Choice { key: KEY.to_owned(), values, default }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choice::Choice;

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        let moments = ["2009", "2015", "2022-01", "2024"];
        let choice = Choice { key: KEY.into(), values: moments.map(String::from).into(), default: 2 };
        for (query, moment) in [
            ("", "2022-01"),
            ("v=1&clubs=2009", "2009"),
            ("v=1&clubs=2015", "2015"),
            ("v=1&clubs=2022-01", "2022-01"),
            ("v=1&clubs=2024", "2024"),
            ("asked=no&clubs=2024&theme=dark", "2024"),
        ] {
            let (chosen, refused) = choice.parse(query);
            assert_eq!((moments[chosen], refused), (moment, false), "{query}");
        }
        for query in ["clubs=2022", "clubs=", "v=2&clubs=2009"] {
            assert_eq!(choice.parse(query), (2, true), "{query}");
        }
    }
}
