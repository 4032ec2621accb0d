//! Checks of the settings of the whole page.

use crate::content::{Content, error::ContentError, number::Date};

const DATA: &str = "data/config.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<ContentError>) {
    let Some(config) = &content.config else { return };
    for (field, date) in [("data_date", &config.data_date), ("edition_date", &config.edition_date)] {
        if Date::parse(date).is_none() {
            faults.push(ContentError::new(DATA, field, format!("is `{date}`, which no calendar has; write yyyy-mm or yyyy-mm-dd")));
        }
    }
}
