//! The words of a figure, by key, from `en/figures.json`; the browser reads them from beside the figure.

use serde::{Deserialize, Serialize};

/// Key and text pairs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words(pub Vec<(String, String)>);

impl Words {
    /// The text at `key`; the key itself where it is missing, which the build then refuses.
    pub(crate) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        let found = self.0.iter().find(|(k, _)| k == key);
        #[cfg(feature = "ssr")]
        if found.is_none() {
            crate::content::missing::note("en/figures.json", key);
        }
        found.map_or(key, |(_, text)| text)
    }

    /// Without those whose keys begin with one of `prefixes`, which the browser need not be sent.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn without(&self, prefixes: &[&str]) -> Self {
        Self(self.0.iter().filter(|(key, _)| !prefixes.iter().any(|prefix| key.starts_with(prefix))).cloned().collect())
    }

    /// Only those whose keys begin with one of `prefixes`.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn only(&self, prefixes: &[&str]) -> Self {
        Self(self.0.iter().filter(|(key, _)| prefixes.iter().any(|prefix| key.starts_with(prefix))).cloned().collect())
    }

    /// The text at `key` with each `{name}` replaced; the name stays where no value has it.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else { break };
            out.push_str(before);
            out.push_str(values.iter().find(|(n, _)| *n == name).map_or(name, |(_, value)| value));
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

/// A whole number with grouped thousands: 2500 → "2,500".
pub fn grouped(value: u32) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `value` rounded to a whole number, 0 for negatives.
pub fn rounded(value: f64) -> u32 {
    // Shares and rates are far below the limit, and negatives are cut off first.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    {
        value.max(0.0).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled() {
        let words = Words(vec![("s".into(), "Of {total}, {share} %".into())]);
        assert_eq!(words.fill("s", &[("total", "2,500"), ("share", "74")]), "Of 2,500, 74 %");
        assert_eq!(words.fill("s", &[("total", "{share}")]), "Of {share}, share %");
        assert_eq!(words.fill("missing", &[]), "missing");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!((grouped(70), grouped(2030), grouped(1_234_567)), ("70".into(), "2,030".into(), "1,234,567".into()));
    }
}
