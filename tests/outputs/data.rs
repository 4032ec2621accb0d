//! The data files: rows as CSV and JSON, and every fact.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{files, read};

/// The JSON beside a CSV, and its rows as the CSV writes them: a month as `2022-M01`.
fn json_beside(csv_path: &str) -> (Value, Vec<Vec<String>>) {
    let json_path = csv_path.replace(".csv", ".json");
    let json: Value = serde_json::from_str(&read(&json_path)).expect(&json_path);
    let columns = json["columns"].as_array().expect("columns");
    let cell = |row: &Value, column: &Value| match &row[column["id"].as_str().expect("an id")] {
        Value::Null => String::new(),
        Value::String(text) if is_month(text) => text.replace('-', "-M"),
        Value::String(text) => text.clone(),
        // As the files write it: "74" in one, "74.0" in the other.
        number => number.as_f64().expect("a number").to_string(),
    };
    let titles = columns.iter().map(|c| c["title"].as_str().expect("a title").to_owned()).collect();
    let rows = json["rows"].as_array().expect("rows").iter().map(|row| columns.iter().map(|column| cell(row, column)).collect());
    let table = [titles].into_iter().chain(rows).collect();
    (json, table)
}

/// Whether a spreadsheet takes the text for the first day of a month.
fn is_month(text: &str) -> bool {
    text.len() == 7 && text.bytes().enumerate().all(|(at, byte)| if at == 4 { byte == b'-' } else { byte.is_ascii_digit() })
}

fn csv_paths() -> Vec<String> {
    files().into_iter().filter(|path| path.ends_with(".csv")).collect()
}

#[test]
fn tables_as_csv_agree_with_their_json() {
    for csv_path in csv_paths() {
        let (json, table) = json_beside(&csv_path);
        assert!(json["version"].is_u64(), "{csv_path}: version");
        for needed in ["kind", "source"] {
            assert!(json["columns"].as_array().expect("columns").iter().any(|c| c["id"] == needed), "{csv_path}: no column {needed}");
        }
        let text = read(&csv_path);
        assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "{csv_path}: a line ends in CR LF");
        // It refuses records that differ in length.
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records: Vec<Vec<String>> =
            reader.records().map(|record| record.expect(&csv_path).iter().map(str::to_owned).collect()).collect();
        assert_eq!(records.len(), table.len(), "{csv_path}");
        for (record, row) in records.iter().zip(&table) {
            let cells: Vec<&str> = record.iter().map(|cell| cell.trim_start_matches('\'')).collect();
            assert_eq!(cells, *row, "{csv_path}");
            for cell in record {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{csv_path}: {cell}");
            }
        }
    }
}

#[test]
fn spreadsheets_read_the_letters_and_take_no_text_for_a_day() {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    for csv_path in csv_paths() {
        let text = read(&csv_path);
        assert!(text.starts_with('\u{feff}') && text.matches('\u{feff}').count() == 1, "{csv_path}: begins with a byte order mark");
        for cell in csv::Reader::from_reader(text.as_bytes())
            .records()
            .flat_map(|r| r.expect(&csv_path).iter().map(str::to_owned).collect::<Vec<_>>())
        {
            let parts: Vec<&str> = cell.split(['-', '/', '.', ' ', ':']).collect();
            let number = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
            let month = |part: &str| part.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(&part.to_lowercase()));
            let is_day = cell.len() == 10 && parts.len() == 3 && cell.matches('-').count() == 2;
            let is_decimal = parts.len() == 2 && cell.contains('.') && cell.parse::<f64>().is_ok();
            let looks_like_one = (2..=3).contains(&parts.len()) && parts.iter().all(|part| number(part) || month(part));
            assert!(is_day || is_decimal || !looks_like_one, "{csv_path}: a spreadsheet takes {cell:?} for a day");
        }
    }
}

/// Python's reader of CSV, where there is a Python.
#[test]
fn python_reads_the_same_table() {
    const SCRIPT: &str = "import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))))";
    for csv_path in csv_paths() {
        let Ok(output) = std::process::Command::new("python3").args(["-c", SCRIPT]).arg(crate::dist().join(&csv_path)).output() else {
            println!("Python is left out: it is not installed.");
            return;
        };
        assert!(output.status.success(), "{csv_path}: {}", String::from_utf8_lossy(&output.stderr));
        let found: Vec<Vec<String>> = serde_json::from_slice(&output.stdout).expect("a table");
        assert_eq!(found, json_beside(&csv_path).1, "{csv_path}");
    }
}

#[test]
fn the_facts_file_has_every_fact_with_statement_kind_and_known_sources() {
    let json: Value = serde_json::from_str(&read("data/facts.json")).expect("parses");
    let list = |key: &str| json[key].as_array().cloned().unwrap_or_default();
    let sources: BTreeSet<String> = list("sources").iter().filter_map(|s| s["id"].as_str().map(str::to_owned)).collect();
    let facts = list("facts");
    assert!(facts.len() > 100 && json["version"].is_u64() && json["licence"].is_string());
    for fact in facts {
        for key in ["id", "statement", "kind", "as_of"] {
            assert!(fact[key].as_str().is_some_and(|t| !t.is_empty()), "{fact}: {key}");
        }
        let own = fact["sources"].as_array().cloned().unwrap_or_default();
        assert!(!own.is_empty() && own.iter().all(|s| s.as_str().is_some_and(|s| sources.contains(s))), "{fact}");
    }
}
