//! Checks of the treaty's articles and of the comparison with NATO's article 5.

use std::collections::BTreeSet;

use crate::content::{
    Content,
    article::ArticleText,
    error::{Diagnostic, Problem},
    markdown,
    markdown::Notes,
    wording,
};

const DATA: &str = "data/articles.json";
const WORDS: &str = "en/articles.json";
const COMPARISON: &str = "en/comparison.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for article in &content.articles {
        let mut fault = |file: &str, problem: Problem| faults.push(Diagnostic::new(file, &article.id, problem));
        if !seen.insert(&article.id) {
            fault(DATA, ("stands twice", "keep one of the two").into());
        }
        for id in article.scenes.iter().filter(|id| content.scenes.iter().all(|scene| &scene.id != *id)) {
            fault(DATA, (format!("names the unknown scene `{id}`"), "correct it").into());
        }
        let Some(text) = content.article_texts.get(&article.id) else {
            fault(WORDS, ("is missing", "add the words of this article").into());
            continue;
        };
        if article.amended == text.since.is_empty() {
            fault(WORDS, ("must have `since` phrases if, and only if, the article was amended", "correct one of the two").into());
        }
        for id in article.scenes.iter().filter(|id| !text.mattered.contains_key(*id)) {
            fault(WORDS, (format!("does not say how it mattered in `{id}`"), "add it to `mattered`").into());
        }
        for id in text.mattered.keys().filter(|id| !article.scenes.contains(id)) {
            fault(
                WORDS,
                (format!("says how it mattered in `{id}`, which data/articles.json does not list"), "add it there or remove it").into(),
            );
        }
        for message in text_faults(text, content) {
            fault(WORDS, message);
        }
    }
    for id in content.article_texts.keys().filter(|id| !seen.contains(id)) {
        faults.push(Diagnostic::new(WORDS, id, ("has words but no article", "add it to data/articles.json or remove it")));
    }
    if let Some(comparison) = &content.comparison {
        let rows = comparison.rows.iter().flat_map(|r| [(&r.topic, &r.csto), (&r.topic, &r.nato)]);
        for (place, text) in rows.chain([(&"note".to_owned(), &comparison.note)]) {
            faults.extend(reference_faults(text, content).into_iter().map(|message| Diagnostic::new(COMPARISON, place, message)));
        }
    }
}

fn text_faults(text: &ArticleText, content: &Content) -> Vec<Problem> {
    let mut problems: Vec<Problem> = text.prose().flat_map(|t| reference_faults(t, content)).collect();
    for quotation in text.quotations() {
        problems.extend(quotation.phrases.iter().filter_map(|p| wording::pieces(p).err().map(|e| e.after(&format!("“{p}” ")))));
        if !quotation.by.contains("[[") {
            problems.push(
                (format!("does not name a source for “{}”", quotation.phrases.join("”, “")), "add `[[fact-id:cite]]` to `by`").into(),
            );
        }
    }
    problems
}

fn reference_faults(text: &str, content: &Content) -> Vec<Problem> {
    let mut messages = Vec::new();
    markdown::inline(text, content, &mut Notes::default(), &mut messages);
    messages
}
