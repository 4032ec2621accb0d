//! The cases in a field: columns by how they fit the words of article 4, rows by whether soldiers came.

use leptos::prelude::*;

use super::{
    super::record,
    fit::{self, Fit},
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        ledger::{Appeal, Mark},
        number::Date,
    },
    figures::article_4_test::{
        cases,
        data::{Known, TestData, answer_key, question_key},
        state::State,
        table,
    },
    model::article_4::{Answer, Bearing, Outcome, Question, at, outcome},
};

/// The questions that the words of article 4 can answer; whether the council acted is none of them.
const ASKED: [Question; 4] = [Question::Attacked, Question::Foreign, Question::Territory, Question::Asked];

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
        self.fit == Fit::Better && self.appeal.mark() == Mark::Soldiers
    }

    /// The question that puts it outside the words.
    fn failed(&self) -> Option<Question> {
        match outcome(self.known.wording, self.known.answers) {
            Outcome::Outside(question) => Some(question),
            Outcome::Open(_) | Outcome::Within => None,
        }
    }

    fn at(&self, sought: Bearing) -> Vec<Question> {
        at(self.known.wording, self.known.answers, sought).collect()
    }

    /// The questions that explain its place: why the words leave a strong case open, and who the attacker was where that puts it
    /// outside. Of a case that only the missing request puts outside, what else is open, so that it does not seem to be settled.
    fn told(&self, is_strong: bool) -> Vec<Question> {
        match self.failed() {
            None if is_strong => self.at(Bearing::Open),
            Some(Question::Asked) => {
                let open = self.at(Bearing::Open);
                if open.len() == 1 { open } else { vec![] }
            }
            Some(question) => vec![question],
            None => vec![],
        }
    }
}

/// The field, with the case that `query` names and the one that is set against it strong.
pub(in crate::walk) fn drawn(content: &Content, query: &str) -> Result<(String, AnyView), Diagnostic> {
    let (data, _) = cases::data(content)?;
    let placed = placed(content, &data)?;
    let chosen = State::parse(query, &data).0.case;
    let chosen = data.cases.get(chosen).map_or("", |known| known.id.as_str());
    let label = |key: &'static str| content.label(key).to_owned();
    let rows = [(true, "changes_came"), (false, "changes_none")];
    let (mut bands, mut sentence) = (Vec::new(), vec![counts(content, &data)]);
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
            let mut groups = Vec::new();
            for failed in ASKED.map(Some).into_iter().chain([None]) {
                let group: Vec<_> = within.iter().filter(|case| case.failed() == failed).collect();
                if group.is_empty() {
                    continue;
                }
                let items = group.iter().map(|case| item(content, &data, case, case.known.id == chosen || case.is_contrast()));
                let items = items.collect::<Result<Vec<_>, _>>()?;
                let head = failed.map(|question| {
                    let words = [question_key(question), answer_key(Answer::No)].map(|key| data.words.get(key));
                    view! { <p class="field-no">{words.join(" ")}</p> }
                });
                groups.push(view! { {head}<ul>{items}</ul> });
            }
            cells.push(view! { <div class=class><b>{label(row)}</b>{groups}</div> });
        }
        bands.push(view! { <div class="band"><p><b>{label(head)}</b>" "<span>{label(by)}</span></p>{cells}</div> });
    }
    let asked = ASKED.map(|question| data.words.get(question_key(question))).join(" ");
    let html = view! {
        <div class="case-field">
            <p class="field-asked"><b>{counts(content, &data)}</b>" "<span>{asked}</span></p>
            <div class="bands">{bands}</div>
            <div inner_html=record::key(content)></div>
        </div>
    };
    Ok((sentence.join(" "), html.into_any()))
}

/// How many cases the words of their own day leave open, and how many lie outside: the numbers of the figure.
fn counts(content: &Content, data: &TestData) -> String {
    let counts = cases::counts(content, data);
    content.label_with("changes_counts", &counts.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// All cases, with their names and where they stand under the wording of their day.
fn placed<'a>(content: &'a Content, data: &'a TestData) -> Result<Vec<Placed<'a>>, Diagnostic> {
    let mut placed = Vec::new();
    for known in &data.cases {
        let appeal = content.ledger.iter().find(|row| row.id == known.id);
        let appeal = appeal.ok_or_else(|| {
            Diagnostic::unplaced(format!("shows the case `{}`, which is not in data/ledger.json", known.id), "add its row")
        })?;
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

/// A case with its marker, and the explanation of its place.
fn item(content: &Content, data: &TestData, case: &Placed<'_>, is_strong: bool) -> Result<AnyView, Diagnostic> {
    let mark = view! { <i class=case.appeal.mark().id()></i> };
    let name = case.name.clone();
    let questions = case.told(is_strong);
    if questions.is_empty() {
        return Ok(view! { <li>{mark}{name}</li> }.into_any());
    }
    let mut told = Vec::new();
    for question in questions {
        let words = table::few_words(content, &case.known.id, question)?.to_owned();
        let answer = case.known.answers.get(question as usize).map(|answer| data.words.get(answer_key(*answer)));
        // Where they stand over the group, question and answer are not said again.
        let head = answer.filter(|_| case.failed() != Some(question)).map(|answer| {
            view! { <u>{data.words.get(question_key(question)).to_owned()}</u>" "{answer.to_owned()}": " }
        });
        told.push(view! { <span>{head}{words}</span> });
    }
    let class = if is_strong { "told strong" } else { "told" };
    Ok(view! { <li class=class>{mark}<b>{name}</b>{told}</li> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::fixture;

    /// The title of the step says that soldiers came to a case that is left open, and not to one that fits better; two cases
    /// are strong.
    #[test]
    fn the_data_bear_out_the_title() {
        let content = fixture::content();
        let (data, _) = cases::data(&content).expect("the cases");
        let placed = placed(&content, &data).expect("placed");
        let came: Vec<_> = placed.iter().filter(|case| case.appeal.soldiers_came()).map(|case| (&*case.name, case.fit)).collect();
        assert_eq!(came, [("Kazakhstan 2022", Fit::Open)]);
        let contrast: Vec<_> = placed.iter().filter(|case| case.is_contrast()).map(|case| &*case.name).collect();
        assert_eq!(contrast, ["Armenia 2022"]);
        // The card says that this case alone fits better, and the head of the column that one question is open.
        let better: Vec<_> =
            placed.iter().filter(|case| case.fit == Fit::Better).map(|case| (&*case.name, case.at(Bearing::Open).len())).collect();
        assert_eq!(better, [("Armenia 2022", 1)]);
        // Stage and figure count alike.
        let outside = content.small_number(placed.iter().filter(|case| case.fit == Fit::Outside).count());
        assert!(cases::counts(&content, &data).contains(&("outside", outside)));
        // That Russia did not ask does not settle whether it was attacked.
        let kursk = placed.iter().find(|case| case.known.id == "kursk-2024").expect("the case");
        assert_eq!((kursk.failed(), kursk.told(false)), (Some(Question::Asked), vec![Question::Attacked]));
        for (n, case) in placed.iter().enumerate() {
            assert!(placed[..n].iter().all(|other| other.name != case.name), "{}", case.name);
        }
    }
}
