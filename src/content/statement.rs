//! Statements with values written in: `{}` is the fact's own value, `{other-id}` the value of another.

use super::{Content, error::Problem};

impl Content {
    /// The statement of a fact with its values written in; as it stands, or empty, where validation
    /// reports it.
    pub fn statement(&self, id: &str) -> String {
        let text = self.fact_texts.get(id).map_or("", |t| t.statement.as_str());
        filled(id, text, self).unwrap_or_else(|_| text.to_owned())
    }
}

/// `statement` of the fact `id` with its values filled in from `content`.
///
/// # Errors
/// Says which value is unknown or absent, or that a brace is not closed.
pub fn filled(id: &str, statement: &str, content: &Content) -> Result<String, Problem> {
    let mut out = String::with_capacity(statement.len());
    let mut rest = statement;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or(("has `{` without `}`", "close it"))?;
        let of = if name.is_empty() { id } else { name };
        let fact = content.facts.get(of).ok_or_else(|| (format!("writes the value of the unknown fact `{of}`"), "correct the id"))?;
        let value = content.value_words(fact).ok_or_else(|| (format!("writes the value of `{of}`, which has none"), "leave it out"))?;
        out.push_str(before);
        // A sentence may begin with its value: "about 1,500" then becomes "About 1,500".
        if out.is_empty() {
            out.push_str(&capitalised(&value))
        } else {
            out.push_str(&value)
        }
        rest = after;
    }
    Ok(out + rest)
}

/// `text` with its first letter as a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_letter_becomes_a_capital() {
        assert_eq!(capitalised("about 1,500"), "About 1,500");
        assert_eq!((capitalised("2,500"), capitalised("")), ("2,500".to_owned(), String::new()));
    }
}
