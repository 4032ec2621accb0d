//! The values in the titles and questions of figures: `{fact-id}` is a fact's value, `{name}` a count of the figure's own.
//!
//! They are written in when the content is loaded, because titles stand in many places: at the figure, in embeds, share
//! pictures, downloads and lists.

use crate::content::{
    book::Book,
    error::ContentError,
    statement::{self, capitalised},
};

/// The keys of `en/figures.json` whose values are written in here; all other words are filled where the figure uses them.
const KEYS: [&str; 2] = ["title", "question"];

/// A count with its name.
pub type Value = (&'static str, String);

/// Writes the values into all titles and questions; returns the faults found.
pub fn fill(book: &mut Book) -> Vec<ContentError> {
    let mut faults = Vec::new();
    let mut filled = Vec::new();
    for (id, words) in &book.figures {
        for (key, text) in KEYS.into_iter().filter_map(|key| Some((key, words.get(key)?))).filter(|(_, text)| text.contains('{')) {
            match own(book, id).and_then(|values| with_values(text, &values, book)) {
                Ok(text) => filled.push((id.clone(), key, text)),
                Err(message) => faults.push(ContentError::new("en/figures.json", format!("{id}.{key}"), message)),
            }
        }
    }
    for (id, key, text) in filled {
        if let Some(words) = book.figures.get_mut(&id) {
            words.insert(key.to_owned(), text);
        }
    }
    faults
}

/// The counts that the figure `id` offers to its title and question.
fn own(_book: &Book, _id: &str) -> Result<Vec<Value>, String> {
    Ok(Vec::new())
}

/// `text` with its placeholders replaced, by `values` first and by facts where none has the name.
fn with_values(text: &str, values: &[Value], book: &Book) -> Result<String, String> {
    let mut out = text.to_owned();
    for (name, value) in values {
        let place = ["{", name, "}"].concat();
        if let Some(rest) = out.strip_prefix(&place) {
            out = capitalised(value) + rest;
        }
        out = out.replace(&place, value);
    }
    statement::filled("", &out, book)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_in_and_begin_a_title_with_a_capital() {
        let values = [("came", "one".to_owned()), ("asked", "four".to_owned())];
        let book = Book::default();
        assert_eq!(with_values("{came} of {asked}", &values, &book), Ok("One of four".into()));
        assert!(with_values("{cam} of {asked}", &values, &book).is_err_and(|message| message.contains("`cam`")));
    }

    #[test]
    fn a_title_that_names_an_unknown_value_is_refused() {
        let mut book = Book::default();
        book.figures.insert("map".into(), [("title".to_owned(), "Of {all}".to_owned())].into());
        let found: Vec<String> = fill(&mut book).iter().map(ToString::to_string).collect();
        assert!(found.len() == 1 && found[0].starts_with("en/figures.json: map.title: ") && found[0].contains("`all`"), "{found:?}");
    }
}
