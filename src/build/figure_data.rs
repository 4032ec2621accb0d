//! The data of the page's figures in a file of its own: only script reads it, so it need not come before the text.

use std::collections::BTreeMap;

use serde_json::json;

use super::{csp, output::OutputFile};

/// The file, named with a hash of its text: an object with what the views told of `data`, by id. The script that starts the
/// figures puts it back (`start.js`).
pub(crate) fn output(data: &BTreeMap<String, String>) -> OutputFile {
    let json = json!(data).to_string();
    OutputFile::new(format!("figures-{}.json", csp::short_hash(json.as_bytes())), json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_stand_under_the_id_of_their_figure() {
        let file = output(&[("a".to_owned(), "[1]".to_owned())].into());
        assert_eq!(file.text, r#"{"a":"[1]"}"#);
        assert!(file.path.starts_with("figures-") && file.path.ends_with(".json"), "{}", file.path);
    }
}
