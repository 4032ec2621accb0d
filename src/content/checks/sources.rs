//! Checks of the sources.

use crate::content::{Content, error::Diagnostic, number::Date};

/// The folder: the ids of sources are unique over its files.
const DATA: &str = "data/sources";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    for source in content.sources.values() {
        let mut fault = |problem: (&str, &str)| faults.push(Diagnostic::new(DATA, &source.id, problem));
        if source.date.as_deref().is_some_and(|date| Date::parse(date).is_none()) {
            fault(("has a date that no calendar has", "write yyyy, yyyy-mm or yyyy-mm-dd"));
        }
        if source.url.as_deref().is_some_and(|url| !is_web_address(url)) {
            fault(("has a url that is no web address", "write https://host/path, or leave it out"));
        }
    }
}

/// Whether `url` can be followed and nothing but followed.
fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.') && !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_followed() {
        for good in ["https://example.org", "http://example.org/a?b=c#d"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in ["", "example", "https://", "https:///a", "javascript:alert(1)//.", "https://exa mple.org", "https://a.b/\""] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
