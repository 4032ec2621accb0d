//! The data as files: every fact in one JSON, and the rows behind each figure as CSV and JSON.

use serde::Serialize;

use super::head::DATA_LICENCE;
use crate::{
    content::{
        book::Book,
        fact::{Fact, Kind, Source},
    },
    figures::troop_shares,
    model::shares::{per_million, share_of},
};

/// The version of the files' layout; it rises when a key or a column changes its meaning.
const LAYOUT: u32 = 1;

/// What every data file says of itself first.
#[derive(Serialize)]
struct Preamble {
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
}

#[derive(Serialize)]
struct FactEntry<'a> {
    #[serde(flatten)]
    fact: &'a Fact,
    statement: String,
}

#[derive(Serialize)]
struct RowsFile {
    #[serde(flatten)]
    preamble: Preamble,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Column {
    id: &'static str,
    title: String,
}

/// One number behind `troop-shares`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
struct Row {
    /// `total`, `published` or `remainder`.
    row: &'static str,
    state: String,
    soldiers: u32,
    /// Percent, with one decimal; only where a total is given.
    share: Option<f64>,
    per_million: Option<f64>,
    basis: String,
    as_of: String,
    kind: &'static str,
    source: String,
    address: String,
    fact: String,
    statement: String,
}

/// The columns, in the order of the fields of [`Row`]: id and the label of the title.
const COLUMNS: [(&str, &str); 12] = [
    ("row", "csv_row"),
    ("state", "csv_state"),
    ("soldiers", "csv_soldiers"),
    ("share", "csv_share"),
    ("per_million", "csv_per_million"),
    ("basis", "csv_basis"),
    ("as_of", "csv_as_of"),
    ("kind", "csv_kind"),
    ("source", "csv_source"),
    ("address", "csv_address"),
    ("fact", "csv_fact"),
    ("statement", "csv_statement"),
];

/// `data/facts.json`: every fact with its statement, every source.
///
/// # Errors
/// What the writer of JSON reports.
pub fn facts_json(book: &Book) -> Result<String, String> {
    let facts = book.facts.values().map(|fact| FactEntry { fact, statement: book.statement(&fact.id) });
    let title = book.label_with("dataset_name", &[("title", book.label("headline"))]);
    json("facts.json", &FactsFile { preamble: preamble(book, title), facts: facts.collect(), sources: book.sources.values().collect() })
}

/// `data/troop-shares.csv` and `data/troop-shares.json`: totals, published counts, and the remainder of every
/// combination of them.
///
/// # Errors
/// Says what the content lacks.
pub fn troop_shares(book: &Book) -> Result<[String; 2], String> {
    let rows = rows(book).ok_or("data/deployment.json: names a fact without a whole number; correct it")?;
    let mut csv = line(COLUMNS.iter().map(|(_, label)| book.label(label)));
    let decimal = |value: Option<f64>| value.map_or_else(String::new, |v| v.to_string());
    for r in &rows {
        let (soldiers, share, rate) = (r.soldiers.to_string(), decimal(r.share), decimal(r.per_million));
        let cells = [r.row, &r.state, &soldiers, &share, &rate, &r.basis, &r.as_of, r.kind, &r.source, &r.address, &r.fact, &r.statement];
        csv += &line(cells.into_iter());
    }
    let title = book.figures.get(troop_shares::ID).and_then(|w| w.get("title")).cloned().unwrap_or_default();
    let columns = COLUMNS.iter().map(|(id, label)| Column { id, title: book.label(label).to_owned() }).collect();
    Ok([csv, json("troop-shares.json", &RowsFile { preamble: preamble(book, title), columns, rows })?])
}

fn rows(book: &Book) -> Option<Vec<Row>> {
    let (model, refs) = (book.shares()?, book.deployment.as_ref()?);
    let name = |iso3: &str| book.member_names.get(iso3).map_or_else(|| iso3.to_owned(), |n| n.name.clone());
    let mut rows = Vec::new();
    for (reference, total) in refs.totals.iter().zip(&model.totals) {
        rows.push(Row { row: "total", soldiers: total.soldiers, ..of_facts(book, &[&reference.fact]) });
    }
    for (reference, sender) in refs.senders.iter().zip(&model.senders) {
        for (count, &soldiers) in reference.counts.iter().zip(&sender.counts) {
            rows.push(Row {
                row: "published",
                state: name(&reference.iso3),
                soldiers,
                per_million: Some(one_decimal(per_million(soldiers, sender.population))),
                ..of_facts(book, &[&count.fact])
            });
        }
    }
    for combination in model.combinations() {
        let (reference, total) = (refs.totals.get(combination.total)?, model.totals.get(combination.total)?);
        let mut facts = vec![reference.fact.as_str()];
        let mut parts = vec![total.soldiers.to_string()];
        for ((sender, reference), &index) in model.senders.iter().zip(&refs.senders).zip(&combination.counts) {
            facts.push(&reference.counts.get(index)?.fact);
            parts.push(format!("{} {}", reference.iso3, sender.counts.get(index)?));
        }
        let soldiers = model.remainder(total.soldiers, &combination.counts);
        rows.push(Row {
            row: "remainder",
            state: name(&refs.remainder),
            soldiers,
            share: Some(one_decimal(share_of(soldiers, total.soldiers))),
            per_million: Some(one_decimal(per_million(soldiers, model.remainder_population))),
            basis: parts.join(" - "),
            kind: Kind::Derived.id(),
            // The addresses stand in the rows of the counts that this one is computed from.
            address: String::new(),
            statement: String::new(),
            ..of_facts(book, &facts)
        });
    }
    Some(rows)
}

/// Date, kind, sources and statement of the facts a row rests on; kind and statement are the first one's.
fn of_facts(book: &Book, ids: &[&str]) -> Row {
    let facts: Vec<&Fact> = ids.iter().filter_map(|id| book.facts.get(*id)).collect();
    let mut sources: Vec<&Source> = Vec::new();
    for source in facts.iter().flat_map(|f| &f.sources).filter_map(|id| book.sources.get(id)) {
        if sources.iter().all(|s| s.id != source.id) {
            sources.push(source);
        }
    }
    let joined = |parts: Vec<&str>| parts.join("; ");
    Row {
        as_of: facts.iter().map(|f| f.as_of.clone()).max().unwrap_or_default(),
        kind: facts.first().map_or("", |f| f.kind.id()),
        source: joined(sources.iter().map(|s| s.publisher.as_str()).collect()),
        address: joined(sources.iter().filter_map(|s| s.url.as_deref()).collect()),
        fact: joined(ids.to_vec()),
        statement: ids.first().map_or_else(String::new, |id| book.statement(id)),
        ..Row::default()
    }
}

fn preamble(book: &Book, title: String) -> Preamble {
    let (edition, sources_read_to) = book.config.as_ref().map(|c| (c.edition_date.clone(), c.data_date.clone())).unwrap_or_default();
    Preamble { version: LAYOUT, title, edition, sources_read_to, licence: DATA_LICENCE, authors: book.label("authors").to_owned() }
}

fn json(file: &str, value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|e| format!("data/{file}: cannot be written ({e}); report this"))
}

fn one_decimal(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// One line of CSV after RFC 4180, with its end.
fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(cell).collect::<Vec<_>>().join(",") + "\r\n"
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
    fn cells_with_commas_and_quotes_are_quoted() {
        assert_eq!(line(["a,b", "say \"c\"", ""].into_iter()), "\"a,b\",\"say \"\"c\"\"\",\r\n");
    }
}
