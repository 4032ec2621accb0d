//! What a reader can change: which wording is shown. `v=1&treaty=both`; version 1 is never given another meaning.

use crate::model::choice::Choice;

/// The key in addresses.
pub const KEY: &str = "treaty";

/// The values in addresses, in the order of the radios.
pub const VALUES: [&str; 3] = ["1992", "since-2012", "both"];

/// The switch; both wordings are shown at first.
pub fn choice() -> Choice {
    Choice { key: KEY.into(), values: VALUES.map(String::from).into(), default: 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, value) in [
            ("", "both"),
            ("v=1&treaty=1992", "1992"),
            ("v=1&treaty=since-2012", "since-2012"),
            ("v=1&treaty=both", "both"),
            ("v=1&total=2030&treaty=1992&theme=dark", "1992"),
        ] {
            let (chosen, refused) = choice().parse(query);
            assert_eq!((VALUES[chosen], refused), (value, false), "{query}");
        }
        for query in ["treaty=2010", "treaty=", "v=2&treaty=1992"] {
            assert_eq!(choice().parse(query), (choice().default, true), "{query}");
        }
    }
}
