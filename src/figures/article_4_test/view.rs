//! The figure as prerendered HTML: the table first, then the path with every control that the interactive figure uses.

use leptos::prelude::*;

use super::{
    ID,
    cases::{self, Row},
    data::{TestData, answer_key},
    state::State,
    table::{self, question_key, wording_key},
};
use crate::{
    content::{Content, inline, markdown::Notes},
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    model::article_4::{Answer, Question, Wording},
    ui::{folding, paths},
};

/// What the keys of the words begin with that the browser writes; all others stand in the page already.
const IN_BROWSER: [&str; 6] = ["law_", "will_", "of_", "line_", "answer_", "changed"];

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// Says what the content lacks or which reference cannot be resolved.
pub(crate) fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let (data, rows) = cases::data(content)?;
    let table = table::view(content, notes, &data, &rows)?;
    let table = folding::in_embed(notes, data.words.get("table"), table);
    let essay = inline::html(content, notes, data.words.get("essay"))?;
    let path = path(content, &data, &rows)?;
    let body = view! {
        <p class="fig-sentence">{sentence(content, &data)}</p>
        {table}
        <p class="table-note" inner_html=essay></p>
        {path}
    };
    let words = data.words.only(&IN_BROWSER);
    let payload = Some(payload::write(&TestData { words, ..data.clone() })?);
    let parts = FigureParts { id: ID, words: &data.words, body: body.into_any(), tables: ().into_any(), payload, picture: Picture::None };
    frame::view(parts, content, notes)
}

/// The finding, counted from the cases.
pub fn sentence(content: &Content, data: &TestData) -> String {
    let counts = cases::counts(content, data);
    data.words.fill("sentence", &counts.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// The questions as a path, with the first case's answers chosen; then the outcome and what the alliance did.
fn path(content: &Content, data: &TestData, rows: &[Row<'_>]) -> Result<AnyView, String> {
    let word = |key: &str| data.words.get(key).to_owned();
    let state = State::default_of(data);
    let mut options = Vec::new();
    let mut told = Vec::new();
    for (i, (case, appeal)) in rows.iter().enumerate() {
        let text = content.ledger_texts.get(&case.id).ok_or_else(|| format!("the ledger row `{}` has no words; add them", case.id))?;
        let name = format!("{}, {}", table::title(content, appeal)?, content.date_long(&appeal.date));
        options.push(view! { <option value=case.id.clone() selected=i == state.case>{name}</option> });
        let (came, explained) = (inline::plain(content, &text.came), inline::plain(content, &text.explained));
        told.push(view! {
            <dl data-case=case.id.clone() hidden=i != state.case>
                <dt>{content.label("ledger_came").to_owned()}</dt>
                <dd>{came}</dd>
                <dt>{content.label("ledger_explained").to_owned()}</dt>
                <dd>{explained}</dd>
            </dl>
        });
    }
    let wordings: Vec<_> = Wording::ALL
        .into_iter()
        .map(|wording| {
            let label = word(wording_key(wording));
            let checked = wording == state.wording;
            view! { <label><input type="radio" name="test-words" value=wording.id() checked=checked autocomplete="off"/>{label}</label> }
        })
        .collect();
    let steps: Vec<_> = Question::ALL.into_iter().map(|question| step(data, &state, question)).collect();
    Ok(view! {
        <fieldset class="controls needs-script" data-part="controls" data-live="" disabled>
            <legend>{word("control_legend")}</legend>
            <label class="choice"><span class="hint">{word("control_case")}</span><select data-part="case" autocomplete="off">{options}</select></label>
            <fieldset class="choice"><legend>{word("control_wording")}</legend>{wordings}</fieldset>
            <ol class="questions wide-choice">{steps}</ol>
            <div class="judged wide-choice">
                <p><strong>{word("law")}</strong>" "<span data-part="law">{data.law(&state)}</span></p>
                <p><strong>{word("will")}</strong>" "<span data-part="will">{data.will(&state).to_owned()}</span></p>
                <button type="button" data-part="reset">{word("control_reset")}</button>
            </div>
            <div class="told wide-choice">{told}<p class="hint"><a href=paths::LEDGER>{word("ledger")}</a></p></div>
        </fieldset>
    }
    .into_any())
}

/// One question with its answers and what the chosen one means.
fn step(data: &TestData, state: &State, question: Question) -> impl IntoView + use<> {
    let at = question as usize;
    let name = ["test-", question.id()].concat();
    let answers: Vec<_> = Answer::ALL
        .into_iter()
        .map(|answer| {
            let (name, checked) = (name.clone(), state.answers.get(at) == Some(&answer));
            let label = data.words.get(answer_key(answer)).to_owned();
            let letter = answer.letter().to_string();
            view! { <label><input type="radio" name=name value=letter data-at=at checked=checked autocomplete="off"/>{label}</label> }
        })
        .collect();
    view! {
        <li>
            <fieldset class="choice"><legend>{data.words.get(question_key(question)).to_owned()}</legend>{answers}</fieldset>
            <p class="hint" data-line="">{data.line(state, question)}</p>
        </li>
    }
}
