//! The data files keep to the schemas that are published beside them, and the schemas refuse what is broken.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

use std::{fs, path::Path};

use csto_explainer::{
    build::{downloads, site},
    figures::registry,
};
use jsonschema::Validator;
use serde_json::{Value, json};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema(name: &str) -> Validator {
    let text = fs::read_to_string(project().join("public/data").join(name)).expect(name);
    let schema = serde_json::from_str(&text).expect(name);
    jsonschema::options().should_validate_formats(true).build(&schema).expect(name)
}

/// Every data file with its name, and the schema that it names itself.
fn files() -> Vec<(String, Value)> {
    let content = site::read(project()).expect("the content is sound");
    let rows = registry::ALL.iter().map(|figure| {
        let [_, text] = downloads::figure(&content, figure).expect(figure.id);
        (format!("{}.json", figure.id), text)
    });
    let facts = ("facts.json".to_owned(), downloads::facts_json(&content).expect("the facts"));
    rows.chain([facts]).map(|(name, text)| (name, serde_json::from_str(&text).expect("JSON"))).collect()
}

#[test]
fn every_data_file_keeps_to_the_schema_it_names() {
    for (name, file) in files() {
        let own = file["$schema"].as_str().expect("a schema");
        assert_eq!(own, if name == "facts.json" { "facts.schema.json" } else { "figure.schema.json" }, "{name}");
        let faults: Vec<String> = schema(own).iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
    }
}

#[test]
fn broken_data_files_are_refused() {
    for (name, pointer, value) in [
        ("facts.json", "/version", json!(2)),
        ("facts.json", "/edition", json!("February 2026")),
        ("facts.json", "/facts", json!([])),
        ("facts.json", "/corrections/0/since", json!("soon")),
        ("facts.json", "/corrections/0/facts", json!([])),
        ("facts.json", "/corrections/0/was", json!("")),
        ("facts.json", "/facts/0/kind", json!("rumour")),
        ("facts.json", "/facts/0/kind", json!("quotation")),
        ("facts.json", "/facts/0/sources", json!([])),
        ("facts.json", "/facts/0/statement", json!("")),
        ("facts.json", "/facts/0/as_of", json!("2022-13")),
        ("facts.json", "/sources/0/url", json!("javascript:alert(1)")),
        ("burden.json", "/version", json!("1")),
        ("burden.json", "/columns", json!([{ "id": "kind", "title": "Kind" }])),
        ("burden.json", "/columns/0/id", json!("A column")),
        ("burden.json", "/rows/0/kind", json!("rumour")),
        ("burden.json", "/rows/0/source", json!(null)),
        ("burden.json", "/rows/0/share", json!([50])),
    ] {
        let (_, mut file) = files().into_iter().find(|(file, _)| file == name).expect(name);
        let own = schema(file["$schema"].as_str().expect("a schema"));
        *file.pointer_mut(pointer).expect(pointer) = value.clone();
        assert!(!own.is_valid(&file), "{name}: {pointer} may be {value}");
    }
}
