//! The measurements as a table in Markdown and as JSON.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    measure::{self, Measure, median},
    subject::{EMBED, PAGE, SCROLLY, STATIC},
    visit::Sample,
};

/// What all visits to each subject found, in the subjects' order; each visit's values one after the other.
pub(crate) type Found = Vec<(&'static str, Sample)>;

/// The medians, and below them how the embed stands to each of its peers, and the page to its own and to the page without script.
pub(crate) fn table(found: &Found) -> String {
    let titles: Vec<_> = measure::ALL.iter().map(|measure| measure.title).collect();
    let mut lines = vec![row("", &titles), row("---", &vec!["---:"; titles.len()])];
    for (name, sample) in found {
        lines.push(row(name, &measure::ALL.map(|measure| shown(&measure, middle(sample, &measure)))));
    }
    let of = |name| found.iter().find(|(found, _)| *found == name).map(|(_, sample)| sample);
    let pairs = found.iter().filter_map(|(name, sample)| match *name {
        STATIC | SCROLLY => Some((PAGE, of(PAGE)?, *name, sample)),
        EMBED => None,
        name if name.starts_with(PAGE) => None,
        name => Some((EMBED, of(EMBED)?, name, sample)),
    });
    for (name, sample, peer, other) in pairs {
        let ratio = |measure: Measure| {
            let (own, other) = (middle(sample, &measure)?, middle(other, &measure)?);
            (other > 0.0).then(|| format!("{:.2}", own / other))
        };
        lines.push(row(&format!("{name} ÷ {peer}"), &measure::ALL.map(|measure| ratio(measure).unwrap_or_default())));
    }
    lines.join("\n") + "\n"
}

/// All values, and their medians.
pub(crate) fn json(found: &Found) -> Value {
    let subject = |(name, sample): &(&str, Sample)| {
        let medians: BTreeMap<_, _> = sample.iter().map(|(key, values)| (key, median(values))).collect();
        json!({ "name": name, "medians": medians, "values": sample })
    };
    json!({ "subjects": found.iter().map(subject).collect::<Vec<_>>() })
}

fn middle(sample: &Sample, measure: &Measure) -> Option<f64> {
    sample.get(measure.key).and_then(|values| median(values))
}

fn shown(measure: &Measure, value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{:.*}", measure.decimals, value / measure.unit))
}

fn row<C: AsRef<str>>(head: &str, cells: &[C]) -> String {
    cells.iter().fold(format!("| {head} |"), |line, cell| format!("{line} {} |", cell.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embed_is_compared_with_each_peer() {
        let sample = |interactive: f64| Sample::from([("interactive".to_owned(), vec![interactive, 9000.0, 1.0])]);
        let table = table(&vec![(STATIC, Sample::new()), (EMBED, sample(500.0)), ("D3", sample(400.0))]);
        assert!(table.contains("| D3 |  |  | 400 |"), "{table}");
        assert!(table.contains("| embed ÷ D3 |  |  | 1.25 |"), "{table}");
        assert!(!table.contains("÷ page"), "{table}");
    }

    #[test]
    fn the_page_is_compared_with_the_page_of_its_peer() {
        let sample = |cover: f64| Sample::from([("cover".to_owned(), vec![cover])]);
        let table = table(&vec![(PAGE, sample(450.0)), (EMBED, sample(1.0)), (SCROLLY, sample(900.0))]);
        assert!(table.contains("| page ÷ Scrollama and D3 |  |  |  | 0.50 |"), "{table}");
        assert!(!table.contains("embed ÷"), "{table}");
    }
}
