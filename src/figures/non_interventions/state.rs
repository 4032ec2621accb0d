//! What a reader can change: which rows are shown. `v=1&asked=all`; version 1 is never given another meaning.

use crate::figures::choice::Choice;

/// The key in addresses.
pub const KEY: &str = "asked";

/// The values in addresses, in the order of the radios; the first is the usual one.
pub const VALUES: [&str; 3] = ["all", "yes", "no"];

/// The filter.
pub fn choice() -> Choice {
    Choice { key: KEY, values: VALUES.map(String::from).into(), usual: 0 }
}

/// Whether the filter `value` shows a row whose `data-asked` is `asked`. A disputed row is never left out: to hide it
/// would decide the dispute.
pub fn shows(value: &str, asked: &str) -> bool {
    value == "all" || asked == value || asked == "disputed"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses whose meaning must never change: add to this list, never edit it.
    #[test]
    fn shared_addresses_keep_their_meaning() {
        for (query, value) in [
            ("", "all"),
            ("v=1&asked=all", "all"),
            ("v=1&asked=yes", "yes"),
            ("v=1&asked=no", "no"),
            ("asked=no", "no"),
            ("v=1&total=2030&unit=share&asked=yes&theme=dark", "yes"),
        ] {
            let (chosen, refused) = choice().parse(query);
            assert_eq!((VALUES[chosen], refused), (value, false), "{query}");
        }
        for query in ["asked=maybe", "asked=", "v=2&asked=yes"] {
            assert_eq!(choice().parse(query), (0, true), "{query}");
        }
    }

    #[test]
    fn a_disputed_row_is_always_shown() {
        let shown = |value: &str| ["yes", "no", "disputed"].map(|asked| shows(value, asked));
        assert_eq!(VALUES.map(shown), [[true, true, true], [true, false, true], [false, true, true]]);
    }
}
