//! Prose and short texts of the content: nothing of them becomes markup that was not meant.

use csto_explainer::content::{
    chapter, inline,
    markdown::{self, Notes},
    statement, wording,
};
use proptest::{collection::vec, prelude::*};

use crate::BOOK;

/// Pieces of texts: words, references right and wrong, and what could become markup.
fn texts() -> impl Strategy<Value = String> {
    let piece = "\\PC{0,6}|[a-z ]{1,8}|\\[\\[kz-troops-total\\]\\]|\\[\\[treaty-signed:cite\\]\\]|\\[\\[kz-troops-total:(plain|bare|words|day|x)\\]\\]\
                 |\\{\\{csto\\}\\}|\\{\\{csto\\|(it|<b> \"it\" is)\\}\\}|\\[\\[|\\]\\]|\\{\\{|\\}\\}|<b>|</span>|</button>|<script>|&amp;|[.,;:!?)”’ >–-]";
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The names of the tags in `html`, in order.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).filter_map(|rest| rest.split([' ', '>']).next()).collect()
}

fn inline_html(text: &str) -> String {
    markdown::inline(text, &BOOK, &mut Notes::default(), &mut Vec::new())
}

proptest! {
    #[test]
    fn inline_texts_hold_notes_and_terms_and_no_other_markup(text in texts()) {
        let html = inline_html(&text);
        let mut open = Vec::new();
        for tag in tags(&html) {
            match tag.strip_prefix('/') {
                Some(name) => prop_assert_eq!(open.pop(), Some(name), "{}", html),
                None => open.push(tag),
            }
        }
        prop_assert!(open.is_empty(), "{}", html);
        prop_assert!(tags(&html).iter().all(|tag| matches!(tag.trim_start_matches('/'), "span" | "button" | "label" | "i")), "{}", html);
    }

    #[test]
    fn words_without_references_stay_as_they_are(text in "[^\\[\\{\u{a0}]{0,40}") {
        prop_assert_eq!(markdown::plain(&inline_html(&text)), text.clone());
        prop_assert_eq!(inline::plain(&BOOK, &text), text);
    }

    #[test]
    fn escaping_is_undone_by_reading(text in "[^\u{a0}]{0,40}") {
        let html = markdown::escape(&text);
        prop_assert!(!html.contains(['<', '>', '"']));
        prop_assert_eq!(markdown::plain(&html), text);
    }

    #[test]
    fn chapters_render_or_name_their_faults(text in texts(), blocks in vec("\\PC{0,10}|# x|- y|::: essay|:::|::figure map|\\| a \\| b \\|", 0..8)) {
        if let Ok(html) = markdown::render(&text, &BOOK, &mut Notes::default()) {
            prop_assert!(!html.contains("<script") && !html.contains("<b>"), "{}", html);
        }
        let file = format!("title: T\nstandfirst: S\n\n{}\n{text}", blocks.join("\n"));
        if let Err(fault) = chapter::parse("x", "en/x.md", &file) {
            prop_assert!(fault.to_string().starts_with("en/x.md: line "), "{}", fault);
        }
    }

    #[test]
    fn marked_phrases_lose_no_word(pieces in vec("[a-zä ]{1,6}|~~[a-z]{1,5}~~|\\+\\+[a-z]{1,5}\\+\\+", 0..8), other: String) {
        let phrase = pieces.join(" ");
        prop_assert_eq!(wording::plain(&phrase), Ok(phrase.replace("~~", "").replace("++", "")));
        if let Ok(plain) = wording::plain(&other) {
            prop_assert!(plain.len() <= other.len());
        }
    }

    #[test]
    fn statements_without_values_stay_as_they_are(text in "[^{]{0,40}", other in "\\PC{0,6}\\{\\PC{0,6}\\}?\\PC{0,6}") {
        prop_assert_eq!(statement::filled("x", &text, &BOOK), Ok(text));
        if let Err(fault) = statement::filled("x", &other, &BOOK) {
            prop_assert!(!fault.help.is_empty(), "{}", fault);
        }
    }
}
