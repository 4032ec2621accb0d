//! What a reader can change: the states among which people and soldiers are counted.

#[cfg(feature = "ssr")]
use crate::model::choice::Choice;

/// The key in addresses: `v=1&burden=six`.
pub const KEY: &str = "burden";

/// The values: people and soldiers of the six members, or of the five that sent troops.
#[cfg(feature = "ssr")]
pub const VALUES: [&str; 2] = ["six", "five"];

/// The choice as prerendered.
#[cfg(feature = "ssr")]
pub fn choice() -> Choice {
    Choice { key: KEY.into(), values: VALUES.map(String::from).into(), default: 0 }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, chosen) in [("", 0), ("v=1&burden=six", 0), ("v=1&burden=five", 1), ("burden=five&v=1&total=2030&unit=share", 1)] {
            assert_eq!(choice().parse(query), (chosen, false), "{query}");
        }
    }
}
