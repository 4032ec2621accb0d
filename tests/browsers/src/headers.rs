//! The headers that a host sends: what `_headers` of the built site says.

use std::{fs, path::Path};

/// Name and value of each header for the file at `path`, which is relative to the site's root.
pub(crate) fn of(root: &Path, path: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(root.join("_headers")).unwrap_or_default();
    let (mut found, mut applies) = (Vec::new(), false);
    for line in text.lines() {
        match line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
            Some((name, value)) if applies => found.push((name.to_owned(), value.to_owned())),
            Some(_) => {}
            None => {
                let rule = line.strip_prefix('/').unwrap_or(line);
                applies = rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start));
            }
        }
    }
    found
}
