//! What a reader can change: the force that the soldiers sent are compared with.

#[cfg(feature = "ssr")]
use crate::model::choice::Choice;

/// The key in addresses: `v=1&forces=peacekeeping`.
pub const KEY: &str = "forces";

/// The values: the forces by their ids, first the one that the decision of January 2022 named.
#[cfg(feature = "ssr")]
pub const VALUES: [&str; 3] = ["peacekeeping", "deployment", "reaction"];

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
        for (query, chosen) in
            [("", 0), ("v=1&forces=peacekeeping", 0), ("v=1&forces=deployment", 1), ("forces=reaction&burden=five&v=1&total=2030", 2)]
        {
            assert_eq!(choice().parse(query), (chosen, false), "{query}");
        }
    }
}
