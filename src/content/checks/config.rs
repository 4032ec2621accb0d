//! Checks of the settings of the whole page.

use crate::content::{Content, error::Diagnostic, number::Date};

const DATA: &str = "data/config.json";

/// Adds the faults found.
pub(crate) fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    let Some(config) = &content.config else { return };
    if Date::parse(&config.data_date).is_none() {
        let problem = (format!("is `{}`, which no calendar has", config.data_date), "write yyyy-mm or yyyy-mm-dd");
        faults.push(Diagnostic::new(DATA, "data_date", problem));
    }
    // The book and the map of the site say on which day they were last changed, and formats for machines want a whole date.
    if Date::parse(&config.edition_date).is_none_or(|date| date.day.is_none()) {
        let problem = (format!("is `{}`, which is no day of the calendar", config.edition_date), "write yyyy-mm-dd");
        faults.push(Diagnostic::new(DATA, "edition_date", problem));
    }
}
