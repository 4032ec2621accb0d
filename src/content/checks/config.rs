//! Checks of the settings of the whole page.

use crate::content::{Content, error::ContentError, number::Date};

const DATA: &str = "data/config.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<ContentError>) {
    let Some(config) = &content.config else { return };
    if Date::parse(&config.data_date).is_none() {
        let message = format!("is `{}`, which no calendar has; write yyyy-mm or yyyy-mm-dd", config.data_date);
        faults.push(ContentError::new(DATA, "data_date", message));
    }
    // The book and the map of the site say on which day they were last changed, and formats for machines want a whole date.
    if Date::parse(&config.edition_date).is_none_or(|date| date.day.is_none()) {
        let message = format!("is `{}`, which is no day of the calendar; write yyyy-mm-dd", config.edition_date);
        faults.push(ContentError::new(DATA, "edition_date", message));
    }
}
