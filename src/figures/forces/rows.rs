//! The rows of the figure's data files: one per published number.

use serde_json::Value;

use super::{ID, data};
use crate::{
    content::{Content, error::Diagnostic},
    figures::data_file::{self, DataFile, KNOWN, one_decimal},
    model::shares::share_of,
};

/// The figure's own columns.
const COLUMNS: [&str; 4] = ["force", "soldiers", "present_share", "permitted_share"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let (words, numbers) = data::numbers(content)?;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut push = |name: &str, own: [Value; 3], fact: &str| {
        rows.push([name.into()].into_iter().chain(own).chain(data_file::known(content, &[fact])).collect());
    };
    for on_paper in &numbers.forces {
        for count in &on_paper.strengths {
            let [present, permitted] =
                [numbers.present, numbers.permitted].map(|sent| one_decimal(share_of(sent.soldiers, count.soldiers)));
            push(&on_paper.name, [count.soldiers.into(), present, permitted], &count.fact.id);
        }
        if let (true, Some(fact)) = (on_paper.strengths.is_empty(), on_paper.force.strengths.first()) {
            push(&on_paper.name, [Value::Null, Value::Null, Value::Null], fact);
        }
    }
    for count in [numbers.present, numbers.permitted] {
        push(words.get("name_sent"), [count.soldiers.into(), Value::Null, Value::Null], &count.fact.id);
    }
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}
