//! Checks of the ledger of appeals.

use super::entries;
use crate::content::{book::Book, error::ContentError};

const DATA: &str = "data/ledger.json";
const WORDS: &str = "en/ledger.json";

/// Adds the faults found.
pub fn faults(book: &Book, faults: &mut Vec<ContentError>) {
    let rows = &book.ledger;
    faults.extend(entries::ids(DATA, rows.iter().map(|a| &a.id), WORDS, &book.ledger_texts));
    faults.extend(entries::days(DATA, rows.iter().map(|a| (&a.id, &a.date))));
    for row in rows {
        let mut fault = |message: String| faults.push(ContentError::new(DATA, &row.id, message));
        if row.states.is_empty() {
            fault("names no state; add its ISO code".into());
        }
        for state in row.states.iter().filter(|s| !book.member_names.contains_key(*s)) {
            fault(format!("names the unknown state `{state}`; use an ISO code of en/members.json"));
        }
        if !book.chapters.iter().any(|c| c.slug == row.chapter) {
            fault(format!("is told in the unknown chapter `{}`; correct the slug", row.chapter));
        }
    }
    // The page says "the only time soldiers came", which holds for one row and no other.
    let came = rows.iter().filter(|a| a.soldiers_came).count();
    if came != 1 {
        faults.push(ContentError::new(
            DATA,
            "soldiers_came",
            format!("is true in {came} rows; the page says that soldiers came once, so set it in one row or rewrite the page"),
        ));
    }
    for (id, text) in &book.ledger_texts {
        for (field, line) in text.lines() {
            faults.extend(entries::line(WORDS, &format!("{id}.{field}"), line, book));
        }
    }
}
