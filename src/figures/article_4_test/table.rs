//! The table: a row per case, a cell per question with its source, and where each wording puts the case.

use leptos::prelude::*;

use super::{
    cases::Row,
    data::{Known, TestData, answer_key, question_key, wording_key},
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        inline,
        markdown::{Notes, escape},
    },
    model::article_4::{Question, Wording, outcome},
    ui::stacking::{self, labelled_cell, raw},
};

/// The table of `cases`, given with what the sources answer.
///
/// # Errors
/// Says which words or which row of the ledger is missing.
pub(crate) fn view(content: &Content, notes: &mut Notes, data: &TestData, cases: &[Row<'_>]) -> Result<AnyView, Diagnostic> {
    let words = &data.words;
    let keys = Question::ALL.map(question_key).into_iter().chain(Wording::ALL.map(wording_key));
    let heads: Vec<_> = std::iter::once("column_case").chain(keys).map(|key| words.get(key).to_owned().into_any()).collect();
    let mut rows = Vec::new();
    for ((case, appeal), known) in cases.iter().zip(&data.cases) {
        let mut cells = Vec::new();
        for question in Question::ALL {
            cells.push(labelled_cell(words.get(question_key(question)), raw(answer(content, notes, data, (case, appeal), question)?)));
        }
        for wording in Wording::ALL {
            cells.push(labelled_cell(words.get(wording_key(wording)), raw(standing(data, known, wording))));
        }
        let title = inline::html(content, notes, &content.ledger_text(appeal)?.title)?;
        let date = content.date_long(&appeal.date);
        let head = view! { <time datetime=appeal.date.clone()>{date}</time>" "<span inner_html=title></span> };
        rows.push(stacking::row("", head.into_any(), cells));
    }
    Ok(stacking::table("cases", words.get("table").to_owned().into_any(), heads, rows, None))
}

/// A few words on an answer.
///
/// # Errors
/// When the content has none.
pub(crate) fn few_words<'a>(content: &'a Content, case: &str, question: Question) -> Result<&'a str, Diagnostic> {
    let text = content.case_texts.get(case).and_then(|text| text.get(question.id()));
    text.map(String::as_str)
        .ok_or_else(|| Diagnostic::new("en/cases.json", "", (format!("{case}: has no words for `{}`", question.id()), "add them")))
}

/// The answer with its shape, a few words and the marks of its facts.
fn answer(
    content: &Content,
    notes: &mut Notes,
    data: &TestData,
    (case, appeal): Row<'_>,
    question: Question,
) -> Result<String, Diagnostic> {
    let finding = case
        .finding(question, appeal)
        .ok_or_else(|| Diagnostic::new("data/cases.json", &*case.id, (format!("lacks `{}`", question.id()), "add it")))?;
    let mut text = few_words(content, &case.id, question)?.to_owned();
    for fact in &finding.facts {
        text += &["[[", fact, ":cite]]"].concat();
    }
    let word = escape(data.words.get(answer_key(finding.answer)));
    Ok(format!("<b class=\"{}\">{word}</b> {}", finding.answer.id(), inline::html(content, notes, &text)?))
}

/// Where `wording` puts a case; what counts is the wording of its day.
fn standing(data: &TestData, known: &Known, wording: Wording) -> String {
    let outcome = outcome(wording, known.answers).id();
    let word = escape(data.words.get(&format!("standing_{outcome}")));
    if wording == known.wording {
        format!("<b class=\"{outcome}\">{word}</b> {}", escape(data.words.get("its_day")))
    } else {
        format!("<i class=\"{outcome}\">{word}</i>")
    }
}
