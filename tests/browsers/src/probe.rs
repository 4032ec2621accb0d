//! The script that records, in `window.__probe`, what goes wrong in a page and what it asks for.

/// Where the server serves it; at the root whatever the site is mounted below, so that it never hides a file of the site.
pub(crate) const PATH: &str = "/__probe.js";

const SCRIPT: &str = include_str!("probe.js");

/// The script with what a case adds.
pub(crate) fn script(more: &str) -> String {
    [SCRIPT, more].concat()
}

/// `html` with the probe as the first element of its head.
pub(crate) fn inject(html: &str) -> String {
    html.replacen("<head>", &format!("<head><script src=\"{PATH}\"></script>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_probe_comes_before_all_else() {
        assert_eq!(inject("<html><head><meta></head>"), "<html><head><script src=\"/__probe.js\"></script><meta></head>");
    }
}
