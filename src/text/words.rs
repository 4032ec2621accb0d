//! The words of a figure, by key, from `en/figures.json`; the browser reads them from beside the figure.

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
use crate::content::missing::Missing;

/// Key and text pairs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words {
    pairs: Vec<(String, String)>,
    /// Where the build is told of keys that are not there.
    #[cfg(feature = "ssr")]
    #[serde(skip)]
    missing: Missing,
}

impl Words {
    /// Of these pairs.
    #[cfg(any(feature = "ssr", test))]
    pub(crate) fn new<K: Into<String>, T: Into<String>>(pairs: impl IntoIterator<Item = (K, T)>) -> Self {
        Self { pairs: pairs.into_iter().map(|(key, text)| (key.into(), text.into())).collect(), ..Self::default() }
    }

    /// The same, which note in `missing` what they are asked for and lack.
    #[cfg(feature = "ssr")]
    pub(crate) fn noting(self, missing: &Missing) -> Self {
        Self { missing: missing.clone(), ..self }
    }

    fn find(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(k, _)| k == key).map(|(_, text)| text.as_str())
    }

    /// The text at `key`; the key itself where it is missing, which the build then refuses.
    pub(crate) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        let found = self.find(key);
        #[cfg(feature = "ssr")]
        if found.is_none() {
            self.missing.note("en/figures.json", key);
        }
        found.unwrap_or(key)
    }

    /// Whether there is a text at `key`.
    #[cfg(feature = "ssr")]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// With what `change` makes of the text at `key`; the same where there is none.
    #[cfg(feature = "ssr")]
    pub(crate) fn with(mut self, key: &str, change: impl FnOnce(&str) -> String) -> Self {
        if let Some((_, text)) = self.pairs.iter_mut().find(|(k, _)| k == key) {
            *text = change(text);
        }
        self
    }

    #[cfg(feature = "ssr")]
    fn filtered(&self, keeps: impl Fn(&str) -> bool) -> Self {
        Self { pairs: self.pairs.iter().filter(|(key, _)| keeps(key)).cloned().collect(), missing: self.missing.clone() }
    }

    /// Without those whose keys begin with one of `prefixes`, which the browser need not be sent.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn without(&self, prefixes: &[&str]) -> Self {
        self.filtered(|key| !prefixes.iter().any(|prefix| key.starts_with(prefix)))
    }

    /// Only those whose keys begin with one of `prefixes`.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn only(&self, prefixes: &[&str]) -> Self {
        self.filtered(|key| prefixes.iter().any(|prefix| key.starts_with(prefix)))
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
        let words = Words::new([("s", "Of {total}, {share} %")]);
        assert_eq!(words.fill("s", &[("total", "2,500"), ("share", "74")]), "Of 2,500, 74 %");
        assert_eq!(words.fill("s", &[("total", "{share}")]), "Of {share}, share %");
        assert_eq!(words.fill("missing", &[]), "missing");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!((grouped(70), grouped(2030), grouped(1_234_567)), ("70".into(), "2,030".into(), "1,234,567".into()));
    }
}
