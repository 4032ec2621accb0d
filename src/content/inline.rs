//! Short texts of the content that may hold references, as HTML and as plain text.

use super::{
    book::Book,
    markdown::{self, Notes},
};

/// The HTML of `text`; facts that it cites become notes.
///
/// # Errors
/// The first reference that cannot be resolved.
pub fn html(book: &Book, notes: &mut Notes, text: &str) -> Result<String, String> {
    let mut faults = Vec::new();
    let html = markdown::inline(text, book, notes, &mut faults);
    faults.into_iter().next().map_or(Ok(html), Err)
}

/// The words of `text` without its references to notes, for a data file; a reference that has a value is left as the
/// value of its fact.
pub fn plain(book: &Book, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((reference, tail)) = after.split_once("]]") else { break };
        out.push_str(before);
        let (id, form) = reference.split_once(':').unwrap_or((reference, ""));
        if form != "cite" {
            out.push_str(&book.facts.get(id).and_then(|fact| book.value_words(fact)).unwrap_or_default());
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The ids of the facts that `text` refers to, in their order.
pub fn references(text: &str) -> Vec<&str> {
    let parts = text.split("[[").skip(1);
    parts.filter_map(|part| part.split_once("]]")).map(|(reference, _)| reference.split(':').next().unwrap_or(reference)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_and_left_out() {
        let text = "“by any state”[[art4:cite]][[art5:cite]], it says[[art6]].";
        assert_eq!(references(text), ["art4", "art5", "art6"]);
        assert_eq!(plain(&Book::default(), text), "“by any state”, it says.");
        assert_eq!(plain(&Book::default(), "open [[x"), "open [[x");
    }
}
