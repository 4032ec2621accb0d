//! Reads `_headers`: a path, then its headers, each indented.

/// A path with the headers that it is sent with.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Begins with `/`; `/*` is every path.
    pub(crate) path: String,
    /// Name and value.
    pub(crate) headers: Vec<(String, String)>,
}

/// The rules in order.
pub(crate) fn parse(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("  ").and_then(|l| l.split_once(": ")) {
            Some((name, value)) => {
                rules.last_mut().expect("a path before its headers").headers.push((name.to_owned(), value.to_owned()));
            }
            None => rules.push(Rule { path: line.to_owned(), headers: Vec::new() }),
        }
    }
    rules
}
