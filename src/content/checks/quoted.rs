//! Checks of quoted words wherever they stand: between “ and ” and nothing else, in pairs, and no more than a short passage.

use crate::content::{
    Content,
    error::{Diagnostic, Problem},
    texts,
};

/// The most words that a quotation may have.
const LONGEST: usize = 25;

/// The fields whose whole text is quoted, without marks: phrases of a treaty.
const PHRASES: &str = ".phrases[";

/// Adds the faults found. A word is what stands between spaces and has a letter or a digit.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    for text in &content.texts {
        let mut fault = |problem: Problem| faults.push(Diagnostic::new(&text.file, &text.place, problem));
        let words = texts::bare(&text.words);
        if words.contains(['"', '\'']) {
            fault(("has a straight quote", "write “ and ”, or ’ for an apostrophe").into());
        }
        let quotations = match quotations(&words) {
            _ if text.place.contains(PHRASES) => vec![words.as_str()],
            Ok(quotations) => quotations,
            Err(problem) => {
                fault(problem);
                continue;
            }
        };
        for quotation in quotations {
            let count = quotation.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            if count > LONGEST {
                let first: Vec<&str> = quotation.split_whitespace().take(4).collect();
                fault(
                    (format!("quotes {count} words (“{} …”)", first.join(" ")), format!("quote at most {LONGEST} and retell the rest"))
                        .into(),
                );
            }
        }
    }
}

/// What stands between “ and ” in `text`.
fn quotations(text: &str) -> Result<Vec<&str>, Problem> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, mark) in text.match_indices(['“', '”', '‘', '«', '»', '„']) {
        open = match (mark, open) {
            ("‘", Some(from)) => Some(from),
            ("‘" | "«" | "»" | "„", _) => {
                return Err((format!("quotes with {mark}"), "write “ and ”, and ‘ and ’ only within them").into());
            }
            ("“", None) => Some(at + mark.len()),
            ("“", Some(_)) => return Err(("has a “ inside another", "write ‘ and ’ there, or close the first").into()),
            (_, Some(from)) => {
                found.push(&text[from..at]);
                None
            }
            _ => return Err(("has a ” without its “", "open the quotation").into()),
        };
    }
    if open.is_some() { Err(("has a “ without its ”", "close the quotation").into()) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::texts::Text;

    fn said(words: &str, place: &str) -> Vec<String> {
        let mut found = Vec::new();
        let text = Text { file: "en/x.json".into(), place: place.into(), words: words.into() };
        faults(&Content { texts: vec![text], ..Content::default() }, &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn twenty_five_words_may_be_quoted_and_no_more() {
        let quoted = |count| format!("She said “{}” – and left.", vec!["word"; count].join(" "));
        assert_eq!(said(&quoted(25), "a"), Vec::<String>::new());
        let found = said(&quoted(26), "a");
        assert!(
            found.len() == 1 && found[0].starts_with("en/x.json: a: quotes 26 words (“word word word word …”); quote at most 25"),
            "{found:?}"
        );
        assert_eq!(said(&vec!["word"; 26].join(" "), "a.phrases[0]").len(), 1);
        assert_eq!(said(&vec!["word"; 26].join(" "), "a"), Vec::<String>::new());
    }

    #[test]
    fn marks_of_quotation_come_in_pairs_and_are_typographic() {
        for (text, says) in [
            ("“a", "without its ”"),
            ("a”", "without its “"),
            ("“a “b””", "inside another"),
            ("‘a’", "quotes with ‘"),
            ("«a»", "quotes with «"),
            ("it's", "straight"),
            ("a \"b\"", "straight"),
        ] {
            assert!(said(text, "a").iter().any(|message| message.contains(says)), "{text}");
        }
        for text in ["“a ‘b’ c” and “d”", "it’s", "[[it's:cite]]", ""] {
            assert_eq!(said(text, "a"), Vec::<String>::new(), "{text}");
        }
    }
}
