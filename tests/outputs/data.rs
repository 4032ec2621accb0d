//! The data files: rows as CSV and JSON, and every fact.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{files, read};

#[test]
fn tables_as_csv_agree_with_their_json() {
    for csv_path in files().into_iter().filter(|p| p.ends_with(".csv")) {
        let csv = records(&read(&csv_path));
        let json_path = csv_path.replace(".csv", ".json");
        let json: Value = serde_json::from_str(&read(&json_path)).expect(&json_path);
        let columns = json["columns"].as_array().expect("columns");
        assert!(json["version"].is_u64(), "{json_path}: version");
        let titles: Vec<&str> = columns.iter().filter_map(|c| c["title"].as_str()).collect();
        assert_eq!(csv[0], titles, "{csv_path}");
        for needed in ["kind", "source"] {
            assert!(columns.iter().any(|c| c["id"] == needed), "{json_path}: no column {needed}");
        }
        let rows = json["rows"].as_array().expect("rows");
        assert_eq!(csv.len() - 1, rows.len(), "{csv_path}");
        for (record, row) in csv[1..].iter().zip(rows) {
            for (cell, column) in record.iter().zip(columns) {
                let text = match &row[column["id"].as_str().expect("an id")] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    // As the files write it: "74" in one, "74.0" in the other.
                    number => number.as_f64().expect("a number").to_string(),
                };
                assert_eq!(cell.trim_start_matches('\''), text, "{csv_path}: {record:?}");
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{csv_path}: {cell}");
            }
        }
    }
}

/// CSV after RFC 4180: every record, all of one length.
fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => cell.extend(chars.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => record.push(std::mem::take(&mut cell)),
            ('\r', false) => assert_eq!(chars.peek(), Some(&'\n'), "a line ends in CR LF"),
            ('\n', false) => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            (c, _) => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && record.is_empty(), "the last line is closed");
    assert!(records.iter().all(|r| r.len() == records[0].len()), "every record has all cells");
    records
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
