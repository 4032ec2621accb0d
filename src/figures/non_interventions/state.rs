//! What a reader can change: which rows are shown. `v=1&asked=all`; version 1 is never given another meaning.

use crate::model::choice::Choice;

/// The key in addresses.
pub const KEY: &str = "asked";

/// The values in addresses, in the order of the radios; the first is the default.
pub const VALUES: [&str; 5] = ["all", "yes", "soldiers", "help", "no"];

/// The filter.
pub fn choice() -> Choice {
    Choice { key: KEY.into(), values: VALUES.map(String::from).into(), default: 0 }
}

/// Whether the filter `value` shows a row whose `data-asked`, whether the alliance was asked, is `asked`, and whose
/// `data-group`, what for, is `group`. A disputed row is left out neither of the rows with an appeal nor of those
/// without: to hide it would decide the dispute.
pub fn shows(value: &str, asked: &str, group: &str) -> bool {
    match value {
        "all" => true,
        "yes" => asked == "yes" || asked == "disputed",
        "no" => asked != "yes",
        _ => group == value,
    }
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
            ("v=1&asked=soldiers", "soldiers"),
            ("v=1&asked=help", "help"),
        ] {
            let (chosen, refused) = choice().parse(query);
            assert_eq!((VALUES[chosen], refused), (value, false), "{query}");
        }
        for query in ["asked=maybe", "asked=", "v=2&asked=yes"] {
            assert_eq!(choice().parse(query), (0, true), "{query}");
        }
    }

    #[test]
    fn each_row_is_shown_where_it_belongs() {
        for (asked, group, shown) in [
            ("yes", "soldiers", [true, true, true, false, false]),
            ("disputed", "soldiers", [true, true, true, false, true]),
            ("yes", "help", [true, true, false, true, false]),
            ("no", "not-asked", [true, false, false, false, true]),
            ("not-found", "not-asked", [true, false, false, false, true]),
        ] {
            assert_eq!(VALUES.map(|value| shows(value, asked, group)), shown, "{asked} {group}");
        }
    }
}
