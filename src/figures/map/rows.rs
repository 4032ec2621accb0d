//! The rows of the figure's data files: the crises with their places.

use serde_json::{Value, json};

use super::{
    ID,
    view::{Crisis, crises},
};
use crate::{
    content::{Content, error::Diagnostic, references},
    figures::{
        data_file::{self, DataFile, KNOWN},
        frame,
    },
};

/// The figure's own columns.
const COLUMNS: [&str; 9] = ["row", "from", "asked", "group", "soldiers_came", "drawn_at", "longitude", "latitude", "geoname"];

/// The figure's data.
///
/// # Errors
/// Says what the content lacks.
pub(crate) fn data(content: &Content) -> Result<DataFile, Diagnostic> {
    let words = frame::words(content, ID)?;
    let row = |Crisis { appeal, text, place }: &Crisis<'_>| {
        let degrees = place.at.map(|hundredths| json!(f64::from(hundredths) / 100.0));
        let own: [Value; 9] = [
            appeal.id.as_str().into(),
            appeal.date.as_str().into(),
            appeal.alliance.answer.id().into(),
            appeal.group().id().into(),
            if appeal.soldiers_came() { "yes" } else { "no" }.into(),
            words.get(&format!("place_{}", place.place)).into(),
            degrees[0].clone(),
            degrees[1].clone(),
            place.geoname.into(),
        ];
        let facts = [&text.asked, &text.came].map(|t| references::ids(t)).concat();
        own.into_iter().chain(data_file::known(content, &facts)).collect()
    };
    let rows = crises(content)?.1.iter().map(row).collect();
    DataFile::new(content, ID, COLUMNS.into_iter().chain(KNOWN), rows)
}
