//! The cases in a field: columns by how they fit the words of article 4, rows by whether soldiers came.

use leptos::prelude::*;

use super::fit::{self, ASKED, Fit};
use crate::{
    content::{
        Content,
        ledger::{Appeal, Group, Mark},
        number::Date,
    },
    figures::article_4_test::{
        cases,
        data::{Known, TestData, question_key},
        state::State,
        table,
    },
    model::article_4::Bearing,
};

/// A case in the field.
struct Placed<'a> {
    known: &'a Known,
    appeal: &'a Appeal,
    name: String,
    fit: Fit,
}

impl Placed<'_> {
    /// Whether soldiers were asked for, none came, and the words fit better: the case that is set against the one chosen.
    fn is_contrast(&self) -> bool {
        self.fit == Fit::Better && self.appeal.mark() == Mark::Asked && self.appeal.group() == Group::Soldiers
    }
}

/// The field, with the case that `query` names and the one that is set against it strong.
pub(super) fn drawn(content: &Content, query: &str) -> Result<(String, AnyView), String> {
    let (data, _) = cases::data(content)?;
    let placed = placed(content, &data)?;
    let chosen = State::parse(query, &data).0.case;
    let chosen = data.cases.get(chosen).map_or("", |known| known.id.as_str());
    let label = |key: &'static str| content.label(key).to_owned();
    let rows = [(true, "changes_came"), (false, "changes_none")];
    let (mut bands, mut sentence) = (Vec::new(), Vec::new());
    for fit in Fit::ALL {
        let [head, by] = fit.labels();
        let mut cells = Vec::new();
        for (came, row) in rows {
            let within: Vec<_> = placed.iter().filter(|case| case.fit == fit && case.appeal.soldiers_came() == came).collect();
            if !within.is_empty() {
                let names: Vec<&str> = within.iter().map(|case| case.name.as_str()).collect();
                sentence.push([&label(head), ", ", &label(row), ": ", &names.join("; "), "."].concat());
            }
            let class = if within.is_empty() { "cell empty" } else { "cell" };
            let items = within.iter().map(|case| item(content, &data, case, case.known.id == chosen || case.is_contrast()));
            let items = items.collect::<Result<Vec<_>, _>>()?;
            cells.push(view! { <div class=class><b>{label(row)}</b><ul>{items}</ul></div> });
        }
        bands.push(view! { <div class="band"><p><b>{label(head)}</b>" "<span>{label(by)}</span></p>{cells}</div> });
    }
    let asked = ASKED.map(|question| data.words.get(question_key(question))).join(" ");
    let key = [(Mark::Came, "changes_key_came"), (Mark::Asked, "changes_key_asked"), (Mark::NotAsked, "changes_key_not_asked")];
    let key: Vec<_> = key.into_iter().map(|(mark, words)| view! { <span><i class=class(mark)></i>{label(words)}</span>" " }).collect();
    let html = view! { <div class="case-field"><p class="field-asked">{asked}</p><div class="bands">{bands}</div><p class="field-key">{key}</p></div> };
    Ok((sentence.join(" "), html.into_any()))
}

/// All cases, with their names and where they stand under the wording of their day.
fn placed<'a>(content: &'a Content, data: &'a TestData) -> Result<Vec<Placed<'a>>, String> {
    let mut placed = Vec::new();
    for known in &data.cases {
        let appeal = content.ledger.iter().find(|row| row.id == known.id);
        let appeal = appeal.ok_or_else(|| format!("shows the case `{}`, which is not in data/ledger.json; add its row", known.id))?;
        let fit = fit::of(known.wording, known.answers);
        placed.push(Placed { known, appeal, name: name(content, appeal), fit });
    }
    Ok(placed)
}

/// The members that were struck and the year, with the month where they were struck twice in it.
fn name(content: &Content, appeal: &Appeal) -> String {
    let states: Vec<&str> = appeal.states.iter().map(|iso3| content.state_name(iso3)).collect();
    let states = states.join(&[" ", content.label("and"), " "].concat());
    let year = |row: &Appeal| row.date.get(..4).map(str::to_owned);
    let twice = content.ledger.iter().filter(|row| row.states == appeal.states && year(row) == year(appeal)).count() > 1;
    let written = if twice { appeal.date.get(..7) } else { appeal.date.get(..4) }.unwrap_or_default();
    let date = Date::parse(written).and_then(|date| content.day_long(date)).unwrap_or_else(|| written.to_owned());
    [&states, " ", &date].concat()
}

/// A case with its mark. A strong one has what is said of the questions that are open, and so have the cases that stand
/// where few do, with what puts them there.
fn item(content: &Content, data: &TestData, case: &Placed<'_>, strong: bool) -> Result<AnyView, String> {
    let mark = view! { <i class=class(case.appeal.mark())></i> };
    let name = case.name.clone();
    if !strong && case.fit == Fit::Open {
        return Ok(view! { <li>{mark}{name}</li> }.into_any());
    }
    let mut told = Vec::new();
    let sought = if case.fit == Fit::Outside { Bearing::Failed } else { Bearing::Open };
    for question in fit::at(case.known.wording, case.known.answers, sought) {
        let words = table::few_words(content, &case.known.id, question)?.to_owned();
        told.push(view! { <span><u>{data.words.get(question_key(question)).to_owned()}</u>" "{words}</span> });
    }
    let class = if strong { "told strong" } else { "told" };
    Ok(view! { <li class=class>{mark}<b>{name}</b>{told}</li> }.into_any())
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Came => "came",
        Mark::Asked => "asked",
        Mark::NotAsked => "not-asked",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{
        content::{files::read_files, load::load},
        figures::for_content::FIGURES,
    };

    /// The title of the step says that soldiers came to a case that is left open, and not to one that fits better; two cases
    /// are strong.
    #[test]
    fn the_data_bear_out_the_title() {
        let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("the content is readable");
        let content = load(&files, "en", &FIGURES).expect("loads");
        let (data, _) = cases::data(&content).expect("the cases");
        let placed = placed(&content, &data).expect("placed");
        let came: Vec<_> = placed.iter().filter(|case| case.appeal.soldiers_came()).map(|case| (&*case.name, case.fit)).collect();
        assert_eq!(came, [("Kazakhstan 2022", Fit::Open)]);
        let contrast: Vec<_> = placed.iter().filter(|case| case.is_contrast()).map(|case| &*case.name).collect();
        assert_eq!(contrast, ["Armenia 2022"]);
        // The head of the column says that one question is open.
        assert!(
            placed
                .iter()
                .filter(|case| case.fit == Fit::Better)
                .all(|case| fit::at(case.known.wording, case.known.answers, Bearing::Open).len() == 1)
        );
        for (n, case) in placed.iter().enumerate() {
            assert!(placed[..n].iter().all(|other| other.name != case.name), "{}", case.name);
        }
    }
}
