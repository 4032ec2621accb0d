//! The rows of the figure's data files: totals, published counts, and the remainder of every combination of them.

use serde_json::Value;

use super::ID;
use crate::{
    content::{Content, error::Diagnostic, fact::Kind},
    figures::data_file::{self, DataFile, KNOWN, one_decimal},
    model::shares::{per_million, share_of},
};

/// The figure's own columns; `row` is `total`, `published` or `remainder`.
const COLUMNS: [&str; 6] = ["row", "state", "soldiers", "share", "per_million", "basis"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let rows =
        rows(content).ok_or_else(|| Diagnostic::new("data/deployment.json", "", ("names a fact without a whole number", "correct it")))?;
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}

fn rows(content: &Content) -> Option<Vec<Vec<Value>>> {
    let (model, refs) = (content.shares()?, content.deployment.as_ref()?);
    let name = |iso3: &str| content.member_names.get(iso3).map_or_else(|| iso3.to_owned(), |n| n.name.clone());
    let row = |own: [Value; 6], known: [Value; 6]| own.into_iter().chain(known).collect::<Vec<_>>();
    let mut rows = Vec::new();
    for (reference, total) in refs.totals.iter().zip(&model.totals) {
        let own = ["total".into(), "".into(), total.soldiers.into(), Value::Null, Value::Null, "".into()];
        rows.push(row(own, data_file::known(content, &[&reference.fact])));
    }
    for (reference, sender) in refs.senders.iter().zip(&model.senders) {
        for (count, &soldiers) in reference.counts.iter().zip(&sender.counts) {
            let rate = one_decimal(per_million(soldiers, sender.population));
            let own = ["published".into(), name(&reference.iso3).into(), soldiers.into(), Value::Null, rate, "".into()];
            rows.push(row(own, data_file::known(content, &[&count.fact])));
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
        let own = [
            "remainder".into(),
            name(&refs.remainder).into(),
            soldiers.into(),
            one_decimal(share_of(soldiers, total.soldiers)),
            one_decimal(per_million(soldiers, model.remainder_population)),
            parts.join(" - ").into(),
        ];
        let [as_of, _, source, _, fact, _] = data_file::known(content, &facts);
        // Addresses and statements stand in the rows of the counts that this one is computed from.
        rows.push(row(own, [as_of, Kind::Derived.id().into(), source, "".into(), fact, "".into()]));
    }
    Some(rows)
}
