//! The figure as built HTML: everything a reader without script gets, and every control that the living figure uses.

use leptos::prelude::*;

use super::{
    ID, bars, combinations,
    combine::Named,
    data::ShareData,
    payload,
    state::{HIGHEST_TOTAL, State, Unit},
    table,
};
use crate::{
    content::{Content, inline, markdown::Notes},
    figures::frame::{self, FigureParts, Picture},
    model::shares::{Combination, share_of},
    text::words::{grouped, rounded},
};

/// The figure's data with its words; `None` when the content lacks a number, which validation reports.
pub fn data(content: &Content) -> Option<ShareData> {
    let deployment = content.shares()?;
    let refs = content.deployment.as_ref()?;
    let name = |iso3: &str| content.member_names.get(iso3).map_or_else(|| iso3.to_owned(), |n| n.name.clone());
    let words = content.figures.get(ID)?;
    let statement = |fact: &str| content.statement(fact);
    let names: Vec<String> = refs.senders.iter().map(|s| name(&s.iso3)).collect();
    let set_names: Vec<String> = deployment.sets.iter().map(|s| words.get(&format!("set_{}", s.id)).cloned().unwrap_or_default()).collect();
    let mut words = frame::words(content, ID).ok()?;
    // The browser, which shows it, knows no facts.
    if let Some((_, text)) = words.0.iter_mut().find(|(key, _)| key == "address_stage") {
        *text = inline::plain(content, text).trim().to_owned();
    }
    Some(ShareData {
        line: Named { deployment: &deployment, names: &names, set_names: &set_names, words: &words }.line(),
        remainder_name: name(&refs.remainder),
        notes: refs.senders.iter().map(|s| s.counts.iter().map(|c| statement(&c.fact)).collect()).collect(),
        names,
        set_names,
        words,
        deployment,
    })
}

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let data = data(content).ok_or("the figure troop-shares lacks a number or its words; see data/deployment.json")?;
    let state = State::default_of(&data.deployment);
    let rows = data.line.rows.len();
    let bars_svg = frame::drawings(ID, |width| bars::height(width, data.bars(&state).len()), |p, size| bars::draw(p, size, &data, &state))?;
    let line_svg =
        frame::drawings(ID, |width| combinations::height(width, rows), |p, size| combinations::draw(p, size, &data, &state, None))?;
    let word = |key: &str| data.words.get(key).to_owned();
    let named = Named { deployment: &data.deployment, names: &data.names, set_names: &data.set_names, words: &data.words };
    let mut findings = Vec::new();
    for sentence in named.range_sentences() {
        let html =
            inline::html(content, notes, &sentence).map_err(|fault| format!("en/figures.json: {ID}: a sentence on the range {fault}"))?;
        findings.push(view! { <p class="fig-sentence" data-veil="" inner_html=html></p> });
    }
    let body = view! {
        {guess(&data)}
        {frame::plot("bars", bars_svg, data.words.get("control_bars_keys"))}
        <p class="fig-sentence" data-part="sentence" data-veil="">{data.sentence(&state)}</p>
        {controls(&data, &state)}
        {frame::tones(content)}
        <p class="fig-subtitle">{word("control_line_title")}</p>
        <p class="fig-note">{word("control_line_note")}</p>
        {frame::plot("line", line_svg, data.words.get("control_line_keys"))}
        {findings}
    };
    let parts = FigureParts {
        id: ID,
        words: &data.words,
        body: body.into_any(),
        tables: tables(&data, &state).into_any(),
        json: Some(payload::to_json(&data)),
        picture: Picture::Living,
    };
    frame::view(parts, content, notes)
}

/// An offer, never a hurdle: who declines it has the answer before them.
fn guess(data: &ShareData) -> impl IntoView + use<> {
    let word = |key: &str| data.words.get(key).to_owned();
    let half = data.words.fill("guess_value", &[("share", "50")]);
    view! {
        <fieldset class="guess needs-script" data-live="" disabled>
            <legend class="visually-hidden">{word("guess_label")}</legend>
            <p data-part="guess-answer" tabindex="-1">{word("guess_ask")}</p>
            <button type="button" data-part="guess-start">{word("guess_button")}</button>
            <span class="guess-form" data-part="guess-form" hidden>
                <input type="range" data-part="guess-range" min="0" max="100" value="50" autocomplete="off" aria-label=word("guess_label")/>
                <output data-part="guess-output">{half}</output>
                <button type="button" data-part="guess-show">{word("guess_button_show")}</button>
            </span>
        </fieldset>
    }
}

fn controls(data: &ShareData, state: &State) -> impl IntoView + use<> {
    let word = |key: &str| data.words.get(key).to_owned();
    let d = &data.deployment;
    let units: Vec<_> = Unit::ALL
        .into_iter()
        .map(|unit| {
            let label = word(&format!("control_unit_{}", unit.id()));
            view! { <label><input type="radio" name="unit" value=unit.id() checked=unit == state.unit autocomplete="off"/>{label}</label> }
        })
        .collect();
    let senders: Vec<_> = d
        .senders
        .iter()
        .zip(&data.names)
        .enumerate()
        .map(|(i, (sender, name))| {
            let group = format!("count-{}", sender.iso3.to_lowercase());
            let choices: Vec<_> = sender
                .counts
                .iter()
                .enumerate()
                .map(|(c, &soldiers)| {
                    let (name, checked) = (group.clone(), state.counts.get(i) == Some(&c));
                    view! {
                        <label>
                            <input type="radio" name=name value=c data-sender=i checked=checked autocomplete="off"/>
                            {grouped(soldiers)}
                        </label>
                    }
                })
                .collect();
            view! { <fieldset class="choice"><legend>{name.clone()}</legend>{choices}</fieldset> }
        })
        .collect();
    let sets: Vec<_> =
        data.set_names.iter().enumerate().map(|(i, name)| view! { <button type="button" data-set=i>{name.clone()}</button> }).collect();
    let totals: Vec<_> = d
        .totals
        .iter()
        .map(|total| {
            let label = word(&format!("control_total_{}", total.id));
            view! { <button type="button" data-total=total.soldiers>{format!("{} {label}", grouped(total.soldiers))}</button> }
        })
        .collect();
    let ticks: Vec<_> = d.totals.iter().map(|t| view! { <option value=t.soldiers></option> }).collect();
    let floor = d.published_sum(&state.counts);
    view! {
        <fieldset class="controls needs-script" data-part="controls" data-live="" disabled>
            <legend>{word("control_legend")}</legend>
            <fieldset class="choice"><legend>{word("control_unit")}</legend>{units}</fieldset>
            <fieldset class="choice">
                <legend>{word("control_total")}</legend>
                <span class="total">
                    <input
                        type="range"
                        name="total-range"
                        data-part="total-range"
                        min=floor
                        max=HIGHEST_TOTAL
                        step="10"
                        value=state.total
                        list="troop-shares-totals"
                        autocomplete="off"
                        aria-label=word("control_total")
                    />
                    <datalist id="troop-shares-totals">{ticks}</datalist>
                    <input
                        type="number"
                        name="total"
                        data-part="total"
                        min=floor
                        max=HIGHEST_TOTAL
                        value=state.total
                        autocomplete="off"
                        inputmode="numeric"
                        aria-label=word("control_total_number")
                    />
                </span>
                <span class="quick">{totals}</span>
                <span class="hint"><span data-part="floor">{data.floor_words(floor)}</span>" "<strong data-part="above" hidden>{word("control_above")}</strong></span>
            </fieldset>
            <fieldset class="choice wide-choice">
                <legend>{word("control_counts")}</legend>
                <div class="counts">{senders}</div>
                <span class="quick">{sets}</span>
            </fieldset>
        </fieldset>
    }
}

fn tables(data: &ShareData, state: &State) -> impl IntoView + use<> {
    let d = &data.deployment;
    let bars = data.bars(state).iter().map(|bar| frame::row(&bar.name, table::cells(bar, data))).collect();
    let combination = |c: &Combination| {
        let total = d.totals.get(c.total).map_or(0, |t| t.soldiers);
        let remainder = d.remainder(total, &c.counts);
        let counts = c.counts.iter().enumerate().map(|(i, &n)| grouped(d.count(i, n)));
        let share = data.words.fill("value_share", &[("value", &rounded(share_of(remainder, total)).to_string())]);
        frame::row(grouped(total), counts.chain([grouped(remainder), share]))
    };
    let combinations = d.combinations().iter().map(combination).collect();
    let names = data.names.iter().chain([&data.remainder_name]).map(|n| view! { <th scope="col">{n.clone()}</th> }.into_any());
    let mut heads = frame::heads(&data.words, &["column_total"]);
    heads.extend(names);
    heads.extend(frame::heads(&data.words, &["column_remainder_share"]));
    let columns = frame::heads(&data.words, &["column_state", "column_troops", "column_share", "column_per_million", "column_note"]);
    view! {
        {frame::table(data.words.get("table"), "shares", columns, bars, Some("table"))}
        {frame::table(data.words.get("table_combinations"), "", heads, combinations, None)}
    }
}
