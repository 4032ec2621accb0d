//! The rows of the figure's data files: every phrase, every reading of an article, and the comparison with NATO.

use serde_json::Value;

use super::{ID, articles, comparison};
use crate::{
    content::{Content, error::Diagnostic, inline, references, wording},
    figures::data_file::{self, DataFile, KNOWN},
};

/// The figure's own columns; `row` is `phrase`, `essay`, `debated` or `comparison`.
const COLUMNS: [&str; 5] = ["row", "article", "wording", "text", "translation"];

/// The fact that carries the essay's text where no other is named.
const ESSAY: &str = "essay-month";

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub(crate) fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let mut rows = Vec::new();
    let [first, since] = articles::DAYS.map(|fact| articles::day(content, fact));
    let days = [first?, since?];
    for article in &content.articles {
        let Some(text) = content.article_texts.get(&article.id) else { continue };
        for (day, quotations) in days.iter().zip([&text.first, &text.since]) {
            for quotation in quotations {
                let by = inline::plain(content, &quotation.by);
                for phrase in &quotation.phrases {
                    let phrase = wording::plain(phrase)?;
                    rows.push(row(content, ["phrase", &text.name, day, &phrase, &by], &references::ids(&quotation.by)));
                }
            }
        }
        let essay = ("essay", Some(&text.essay));
        for (kind, reading) in [essay, ("debated", text.debated.as_ref())] {
            let Some(reading) = reading else { continue };
            let facts = references::ids(reading);
            let facts = if facts.is_empty() { vec![ESSAY] } else { facts };
            rows.push(row(content, [kind, &text.name, "", &inline::plain(content, reading), ""], &facts));
        }
    }
    let heads = comparison::heads(content)?;
    for compared in content.comparison.iter().flat_map(|c| &c.rows) {
        for (head, cell) in heads.iter().zip([&compared.csto, &compared.nato]) {
            let text = format!("{}: {}", compared.topic, inline::plain(content, cell));
            rows.push(row(content, ["comparison", head, "", &text, ""], &references::ids(cell)));
        }
    }
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}

fn row(content: &Content, own: [&str; 5], facts: &[&str]) -> Vec<Value> {
    own.into_iter().map(Value::from).chain(data_file::known(content, facts)).collect()
}
