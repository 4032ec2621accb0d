//! The data as files: every fact in one JSON, and the rows behind each figure as CSV and JSON.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{head::DATA_LICENCE, output::BYTE_ORDER_MARK};
use crate::{
    content::{
        Content,
        correction::Correction,
        error::Diagnostic,
        fact::{Fact, Source},
        inline,
    },
    figures::figure::Figure,
};

/// The version of the files' layout; it rises when a key or a column changes its meaning.
const LAYOUT: u32 = 1;

/// What every data file says of itself first.
#[derive(Serialize)]
struct Preamble {
    /// The schema's file, which lies beside the data: `public/data/`.
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: u32,
    title: String,
    edition: String,
    sources_read_to: String,
    licence: &'static str,
    authors: String,
}

#[derive(Serialize)]
struct FactsFile<'a> {
    #[serde(flatten)]
    preamble: Preamble,
    facts: Vec<FactEntry<'a>>,
    sources: Vec<&'a Source>,
    corrections: Vec<CorrectionEntry<'a>>,
}

#[derive(Serialize)]
struct FactEntry<'a> {
    #[serde(flatten)]
    fact: &'a Fact,
    statement: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct CorrectionEntry<'a> {
    #[serde(flatten)]
    correction: &'a Correction,
    was: String,
    is: String,
}

#[derive(Serialize)]
struct RowsFile<'a> {
    #[serde(flatten)]
    preamble: Preamble,
    columns: Vec<Column<'a>>,
    rows: Vec<Map<String, Value>>,
}

#[derive(Serialize)]
struct Column<'a> {
    id: &'a str,
    title: &'a str,
}

/// `data/facts.json`: every fact with its statement, every source, every correction.
///
/// # Errors
/// What the writer of JSON reports.
pub fn facts_json(content: &Content) -> Result<String, Diagnostic> {
    let facts = content.facts.values().map(|fact| {
        let (speaker, role) = content.fact_texts.get(&fact.id).map_or((None, None), |t| (t.speaker.as_deref(), t.role.as_deref()));
        FactEntry { fact, statement: content.statement(&fact.id), speaker, role }
    });
    let corrections = content.corrections.iter().filter_map(|correction| {
        let text = content.correction_texts.get(&correction.id)?;
        Some(CorrectionEntry { correction, was: inline::plain(content, &text.was), is: inline::plain(content, &text.is) })
    });
    let title = content.label_with("dataset_name", &[("title", content.label("headline"))]);
    json(
        "facts.json",
        &FactsFile {
            preamble: preamble(content, title, "facts.schema.json"),
            facts: facts.collect(),
            sources: content.sources.values().collect(),
            corrections: corrections.collect(),
        },
    )
}

/// `data/<id>.csv` and `data/<id>.json` of a figure.
///
/// # Errors
/// Says what the content lacks.
pub fn figure(content: &Content, figure: &Figure) -> Result<[String; 2], Diagnostic> {
    let data = (figure.built.data)(content)?;
    // So that spreadsheets read it when it is opened by a double click. Readers of CSV skip it.
    let mut csv = BYTE_ORDER_MARK.to_owned();
    csv += &line(data.columns.iter().map(|(_, title)| title.clone()));
    for row in &data.rows {
        csv += &line(row.iter().map(text));
    }
    let title = content.figure_word(figure.id, "title").to_owned();
    let columns = data.columns.iter().map(|(id, title)| Column { id, title }).collect();
    let object = |row: &Vec<Value>| data.columns.iter().map(|(id, _)| (*id).to_owned()).zip(row.iter().cloned()).collect();
    let rows = data.rows.iter().map(object).collect();
    let file = [figure.id, ".json"].concat();
    Ok([csv, json(&file, &RowsFile { preamble: preamble(content, title, "figure.schema.json"), columns, rows })?])
}

/// A cell as text: nothing for null.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => month(text).unwrap_or_else(|| text.clone()),
        // As JavaScript writes a number, so that 10.0 is 10 in both files.
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), |n| n.to_string()),
        other => other.to_string(),
    }
}

/// A month such as `2022-01` as statistical offices write it (SDMX), `2022-M01`: a spreadsheet would take the other for the
/// first day of that month, and show it as `Jan-22`.
fn month(text: &str) -> Option<String> {
    let (year, month) = text.split_once('-')?;
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    (digits(year, 4) && digits(month, 2)).then(|| [year, "-M", month].concat())
}

fn preamble(content: &Content, title: String, schema: &'static str) -> Preamble {
    let (edition, sources_read_to) = content.config.as_ref().map(|c| (c.edition_date.clone(), c.data_date.clone())).unwrap_or_default();
    Preamble {
        schema,
        version: LAYOUT,
        title,
        edition,
        sources_read_to,
        licence: DATA_LICENCE,
        authors: content.label("authors").to_owned(),
    }
}

fn json(file: &str, value: &impl Serialize) -> Result<String, Diagnostic> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|e| Diagnostic::of_program(format!("cannot be written ({e})")).within(["data/", file].concat()))
}

/// One line of CSV after RFC 4180, with its end.
fn line(cells: impl Iterator<Item = String>) -> String {
    cells.map(|text| cell(&text)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell, quoted where it must be; an apostrophe before what a spreadsheet would take for a formula.
fn cell(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", text].concat() } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { ["\"", &safe.replace('"', "\"\""), "\""].concat() } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for text in ["=1+1", "+1", "-1", "@x", "\tx"] {
            assert!(cell(text).trim_start_matches('"').starts_with('\''), "{text}");
        }
        assert_eq!(cell("one company"), "one company");
    }

    #[test]
    fn a_month_is_not_taken_for_a_day_and_all_else_stays() {
        assert_eq!(month("2022-01").as_deref(), Some("2022-M01"));
        for text in ["2022", "2022-01-07", "2022-1", "kz-01", "2022-01 and later", ""] {
            assert_eq!(month(text), None, "{text}");
        }
    }

    #[test]
    fn cells_with_commas_and_quotes_are_quoted() {
        assert_eq!(line(["a,b", "say \"c\"", ""].map(String::from).into_iter()), "\"a,b\",\"say \"\"c\"\"\",\r\n");
    }
}
