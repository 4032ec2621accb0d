//! The controls: a case, a wording and five answers to choose, what each answer means, the outcome, and the texts about the case.

use leptos::{ev, prelude::*};

use super::{
    answering::{Answering, CaseText},
    data::{answer_key, question_key, wording_key},
    state::State,
};
use crate::{
    model::article_4::{Answer, Question, Wording},
    ui::{
        choice::{Options, radios},
        leaf::{flag, on_change, on_click, text},
    },
};

/// All controls of the figure, and what follows them.
#[component]
pub fn Controls(
    /// The reader's answers.
    answering: Answering,
    /// The way to the ledger, as HTML: where it leads depends on the document.
    ledger: String,
) -> impl IntoView {
    let Answering { path, state, .. } = answering;
    let data = &path.data;
    let word = |key: &str| data.words.get(key).to_owned();
    let reset = move |_| answering.choose(State::of_case(data, state.get_untracked().case));
    let name = move || path.texts.get(state.get().case).map(|text| text.name.clone()).unwrap_or_default();
    view! {
        <fieldset class="controls needs-script" data-part="controls" data-live="" disabled>
            <legend>{word("control_legend")}</legend>
            <label class="choice"><span class="hint">{word("control_case")}</span>{cases(answering)}</label>
            <fieldset class="choice"><legend>{word("control_wording")}</legend>{wordings(answering)}</fieldset>
            <ol class="questions wide-choice">{Question::ALL.map(|question| step(answering, question)).into_iter().collect_view()}</ol>
            <div class="judged wide-choice">
                <p class="judged-case state-words" inner_html=text(name)></p>
                <p class="state-words"><strong>{word("law")}</strong>" "<span data-part="law" inner_html=text(move || data.law(&state.get()))></span></p>
                <p class="state-words">
                    <strong>{word("will")}</strong>" "
                    <span data-part="will" inner_html=text(move || data.will(&state.get()).to_owned())></span>
                </p>
                <button type="button" data-part="reset" on:click:capture=on_click(reset)>{word("control_reset")}</button>
            </div>
            <div class="told wide-choice">
                <dl>{[0, 1].map(|part| told(answering, part)).into_iter().collect_view()}</dl>
                <p class="hint" data-part="ledger" inner_html=ledger></p>
            </div>
        </fieldset>
    }
}

fn cases(answering: Answering) -> impl IntoView {
    let Answering { path, state, .. } = answering;
    let initial = state.get_untracked().case;
    let option = |(at, text): (usize, &'static CaseText)| {
        let id = path.data.cases.get(at).map_or("", |known| known.id.as_str());
        view! {
            <option value=id selected=at == initial prop:selected=flag(move || state.get().case == at)>{text.name.as_str()}</option>
        }
    };
    let choose = move |event: ev::Event| {
        let value = event_target_value(&event);
        if let Some(case) = path.data.cases.iter().position(|known| known.id == value) {
            answering.choose(State::of_case(&path.data, case));
        }
    };
    view! {
        <select data-part="case" autocomplete="off" on:change:capture=on_change(choose)>
            {path.texts.iter().enumerate().map(option).collect_view()}
        </select>
    }
}

fn wordings(answering: Answering) -> Vec<impl IntoView> {
    let Answering { path, state, .. } = answering;
    let place = |wording| Wording::ALL.iter().position(|other| *other == wording).unwrap_or(0);
    let option = |wording: Wording| (wording.id().to_owned(), path.data.words.get(wording_key(wording)).to_owned());
    let initial = place(state.get_untracked().wording);
    let choose = move |index: usize| {
        if let Some(&wording) = Wording::ALL.get(index) {
            answering.choose(State { wording, ..state.get_untracked() });
        }
    };
    radios(
        Options { name: "test-words".to_owned(), options: Wording::ALL.map(option).into(), initial },
        move || place(state.get().wording),
        choose,
    )
}

/// One question with its answers, and what the chosen one means.
fn step(answering: Answering, question: Question) -> impl IntoView {
    let Answering { path, state, .. } = answering;
    let data = &path.data;
    let place = move |state: State| Answer::ALL.iter().position(|answer| state.answers.get(question as usize) == Some(answer)).unwrap_or(0);
    let option = |answer: Answer| (answer.letter().to_string(), data.words.get(answer_key(answer)).to_owned());
    let initial = place(state.get_untracked());
    let choose = move |index: usize| {
        let mut state = state.get_untracked();
        if let (Some(chosen), Some(answer)) = (state.answers.get_mut(question as usize), Answer::ALL.get(index)) {
            *chosen = *answer;
            answering.choose(state);
        }
    };
    let options = Options { name: ["test-", question.id()].concat(), options: Answer::ALL.map(option).into(), initial };
    view! {
        <li>
            <fieldset class="choice">
                <legend>{data.words.get(question_key(question)).to_owned()}</legend>
                {radios(options, move || place(state.get()), choose)}
            </fieldset>
            <p class="hint" inner_html=text(move || data.line(&state.get(), question))></p>
        </li>
    }
}

/// One of the texts about the case, under its heading.
fn told(answering: Answering, part: usize) -> impl IntoView {
    let Answering { path, state, .. } = answering;
    let words = move || path.texts.get(state.get().case).and_then(|text| text.told.get(part)).cloned().unwrap_or_default();
    view! {
        <dt>{path.told_heads.get(part).cloned().unwrap_or_default()}</dt>
        <dd inner_html=text(words)></dd>
    }
}
