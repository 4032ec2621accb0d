//! A state that is one choice among a few, and how it stands in the address: `v=1&KEY=VALUE`.

use serde::{Deserialize, Serialize};

/// The version of the address that [`Choice::to_query`] writes.
pub const VERSION: &str = "1";

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The key in addresses, and the name of the radios.
    pub key: String,
    /// The values in addresses, in the order of the radios.
    pub values: Vec<String>,
    /// The one that the built page shows.
    pub default: usize,
}

impl Choice {
    /// The index chosen by a query without its `?`. A bad value or version falls back to the default; the second part
    /// says whether that happened.
    pub fn parse(&self, query: &str) -> (usize, bool) {
        let mut chosen = (self.default, false);
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            if key == "v" && value != VERSION {
                return (self.default, true);
            }
            if key == self.key {
                let found = self.values.iter().position(|v| v == value);
                chosen = (found.unwrap_or(self.default), found.is_none());
            }
        }
        chosen
    }

    /// The full state that a query without its `?` is read as, as a query.
    pub fn full_query(&self, query: &str) -> String {
        self.to_query(self.parse(query).0)
    }

    /// The full state as a query without its `?`.
    pub fn to_query(&self, chosen: usize) -> String {
        let value = self.values.get(chosen).map_or("", String::as_str);
        ["v=", VERSION, "&", &self.key, "=", value].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice() -> Choice {
        Choice { key: "year".into(), values: ["2009", "2022-01"].map(String::from).into(), default: 1 }
    }

    #[test]
    fn bad_values_fall_back_and_are_noticed() {
        for query in ["year=", "year", "year=2022", "year=ä", "year=2009&v=2", "v=&year=2009", "year=2009&year=x"] {
            assert_eq!(choice().parse(query), (1, true), "{query}");
        }
        for query in ["", "utm_source=x&years=2009", "v=1"] {
            assert_eq!(choice().parse(query), (1, false), "{query}");
        }
    }

    #[test]
    fn a_choice_written_and_read_is_the_same() {
        for chosen in 0..2 {
            assert_eq!(choice().parse(&choice().to_query(chosen)), (chosen, false));
        }
        assert_eq!(choice().to_query(0), "v=1&year=2009");
    }
}
