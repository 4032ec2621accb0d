//! The data of the page's figures in a file of its own: only script reads it, so it need not come before the text.

use serde_json::{Map, Value};

use super::csp;

/// How the data of a figure begins in its built form, and how it ends.
const OPEN: &str = "<script type=\"text/plain\" data-part=\"data\">";
const CLOSE: &str = "</script>";

/// How a figure begins, up to its id.
const FIGURE: &str = "<figure id=\"";

/// A page without the data of its figures, and the data as a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Lifted {
    /// The page.
    pub html: String,
    /// The file's name, with a hash of its text.
    pub name: String,
    /// An object: for each figure's id the text that stood in it.
    pub json: String,
}

/// Takes the data out of each figure of `html`. The script that starts the figures puts it back (`start.js`).
pub(crate) fn lift(html: &str) -> Lifted {
    let mut figures = html.split(FIGURE);
    let mut rest = figures.next().unwrap_or_default().to_owned();
    let mut data = Map::new();
    for figure in figures {
        rest += FIGURE;
        match figure.split_once(OPEN).and_then(|(before, after)| Some((before, after.split_once(CLOSE)?))) {
            Some((before, (own, after))) => {
                let id = figure.split('"').next().unwrap_or_default();
                data.insert(id.to_owned(), Value::from(own));
                rest.extend([before, after]);
            }
            None => rest += figure,
        }
    }
    let json = Value::Object(data).to_string();
    Lifted { html: rest, name: format!("figures-{}.json", csp::short_hash(json.as_bytes())), json }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_leaves_the_page_under_its_figures_id() {
        let page = format!("<p></p>{FIGURE}a\">1{OPEN}[1]{CLOSE}2</figure>{FIGURE}b\">3</figure>");
        let lifted = lift(&page);
        assert_eq!(lifted.html, format!("<p></p>{FIGURE}a\">12</figure>{FIGURE}b\">3</figure>"));
        assert_eq!(lifted.json, r#"{"a":"[1]"}"#);
        assert!(lifted.name.starts_with("figures-") && lifted.name.ends_with(".json"), "{}", lifted.name);
    }
}
