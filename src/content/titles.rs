//! The values in the words of figures: `{fact-id}` is a fact's value, `{name}` a count of the figure's own.
//!
//! They are written in when the content is loaded, because titles stand in many places: at the figure, in embeds, share
//! pictures, downloads and lists. In its other words the figure fills its own counts where it uses them, because a reader's
//! choice may change them.

use super::{
    Content,
    error::Diagnostic,
    figures::{Figures, Value},
    statement::{self, capitalised},
};

/// The keys of `en/figures.json` whose values are all written in here.
const KEYS: [&str; 2] = ["title", "question"];

/// Writes the values into the words of all figures; returns the faults found.
pub(crate) fn fill(content: &mut Content, figures: &Figures) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut filled = Vec::new();
    for (id, words) in &content.figures {
        // What its data lack is reported by validation, and by the figure itself.
        let Ok(values) = (figures.values)(content, id) else { continue };
        for (key, text) in words.iter().filter(|(_, text)| text.contains('{')) {
            let result = if KEYS.contains(&key.as_str()) {
                statement::filled("", &with_own(text, &values), content)
            } else {
                Ok(with_facts(text, content))
            };
            match result {
                Ok(text) => filled.push((id.clone(), key.clone(), text)),
                Err(message) => faults.push(Diagnostic::new("en/figures.json", format!("{id}.{key}"), message)),
            }
        }
    }
    for (id, key, text) in filled {
        if let Some(words) = content.figures.get_mut(&id) {
            words.insert(key, text);
        }
    }
    faults
}

/// `text` with the placeholders replaced that `values` have; a text may begin with one.
fn with_own(text: &str, values: &[Value]) -> String {
    let mut out = text.to_owned();
    for (name, value) in values {
        let place = ["{", name, "}"].concat();
        if let Some(rest) = out.strip_prefix(&place) {
            out = capitalised(value) + rest;
        }
        out = out.replace(&place, value);
    }
    out
}

/// `text` with the placeholders replaced that name a fact with a value.
fn with_facts(text: &str, content: &Content) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (name, after))) = rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?))) {
        let value = content.facts.get(name).and_then(|fact| content.value_words(fact));
        out += before;
        out += &value.unwrap_or_else(|| ["{", name, "}"].concat());
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_in_and_begin_a_title_with_a_capital() {
        let values = [("came", "one".to_owned()), ("asked", "four".to_owned())];
        assert_eq!(with_own("{came} of {asked}", &values), "One of four");
        assert_eq!(with_own("{cam} of {asked}", &values), "{cam} of four");
    }

    #[test]
    fn a_title_that_names_an_unknown_value_is_refused() {
        let figures = Figures { exists: |_| true, values: |_, _| Ok(Vec::new()), on_map: |_| true };
        let mut content = Content::default();
        content.figures.insert("map".into(), [("title".to_owned(), "Of {all}".to_owned())].into());
        let found: Vec<String> = fill(&mut content, &figures).iter().map(ToString::to_string).collect();
        assert!(found.len() == 1 && found[0].starts_with("en/figures.json: map.title: ") && found[0].contains("`all`"), "{found:?}");
    }

    #[test]
    fn names_that_are_left_wait_for_the_figure() {
        assert_eq!(with_facts("{count} of {no-such-fact} {", &Content::default()), "{count} of {no-such-fact} {");
    }
}
