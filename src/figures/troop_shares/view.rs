//! The figure as prerendered HTML: everything a reader without script gets, and every control that the interactive figure uses.

use leptos::prelude::*;

use super::{
    ID, bars, combinations, combine::Named, controls::Controls, data::ShareData, guess::GuessForm, shares::Shares, state::State,
    table::Rows,
};
use crate::{
    content::{Content, error::Diagnostic, inline, markdown::Notes},
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
        troop_dots::data::Known,
    },
    model::shares::{Combination, Deployment, share_of},
    text::words::{grouped, rounded},
    ui::{
        data_table::{self, Cell, DataTable},
        number_field,
        plot::Plot,
        rendered,
        sentence::Sentence,
    },
};

/// What is wrong where there are no data.
pub(super) fn lacks() -> Diagnostic {
    Diagnostic::new("data/deployment.json", "", ("lacks a number of the figure troop-shares, or the figure lacks its words", "add them"))
}

/// The figure's data with its words; `None` when the content lacks a number, which validation reports.
pub fn data(content: &Content) -> Option<ShareData> {
    let deployment = content.shares()?;
    let refs = content.deployment.as_ref()?;
    let name = |iso3: &str| content.member_names.get(iso3).map_or_else(|| iso3.to_owned(), |n| n.name.clone());
    let words = content.figures.get(ID)?;
    let statement = |fact: &str| content.statement(fact);
    let names: Vec<String> = refs.senders.iter().map(|s| name(&s.iso3)).collect();
    let set_names: Vec<String> = deployment.sets.iter().map(|s| words.get(&format!("set_{}", s.id)).cloned().unwrap_or_default()).collect();
    // The browser, which shows it, knows no facts.
    let words = frame::words(content, ID).ok()?.with("address_stage", |text| inline::plain(content, text).trim().to_owned());
    Some(ShareData {
        line: Named { deployment: &deployment, names: &names, set_names: &set_names, words: &words }.line(),
        remainder_name: name(&refs.remainder),
        notes: refs.senders.iter().map(|s| s.counts.iter().map(|c| statement(&c.fact)).collect()).collect(),
        known: refs.senders.iter().map(|s| s.counts.iter().map(|c| Known::of(c.known_by)).collect()).collect(),
        ranges: ranges(&deployment),
        names,
        set_names,
        words,
        deployment,
    })
}

/// The fewest and the most soldiers by all published numbers, stages of an announced number among them: of the remainder,
/// then of each sender.
fn ranges(deployment: &Deployment) -> Vec<[u32; 2]> {
    let ends = |numbers: Vec<u32>| [numbers.iter().copied().min(), numbers.iter().copied().max()].map(Option::unwrap_or_default);
    let total = |c: &Combination| deployment.totals.get(c.total).map_or(0, |t| t.soldiers);
    let remainders = deployment.combinations().iter().map(|c| deployment.remainder(total(c), &c.counts)).collect();
    let senders = deployment.senders.iter().map(|s| s.counts.iter().chain(&s.stages).copied().collect());
    std::iter::once(remainders).chain(senders).map(ends).collect()
}

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let data = data(content).ok_or_else(lacks)?;
    let state = State::default_of(&data.deployment);
    let rows = data.line.rows.len();
    let bars_svg = frame::drawings(ID, |width| bars::height(width, data.bars(&state).len()), |p, size| bars::draw(p, size, &data, &state))?;
    let line_svg =
        frame::drawings(ID, |width| combinations::height(width, rows), |p, size| combinations::draw(p, size, &data, &state, None))?;
    let named = Named { deployment: &data.deployment, names: &data.names, set_names: &data.set_names, words: &data.words };
    let mut findings = Vec::new();
    for sentence in named.range_sentences() {
        let html = inline::html(content, notes, &sentence)
            .map_err(|fault| fault.within("en/figures.json").at([ID, ": a sentence on the range"].concat()))?;
        findings.push(view! { <p class="fig-sentence" data-veil="" inner_html=html></p> });
    }
    let payload = Some(payload::write(&for_browser(&data))?);
    let figure = frame::prerendered(content, ID);
    let shares = Shares::new(figure, data, state);
    let data = shares.data;
    let word = |key: &str| data.words.get(key).to_owned();
    let sentence = move || shares.state.with(|state| data.sentence(state));
    let body = view! {
        <GuessForm shares/>
        <Plot part="bars" svg=bars_svg keys=word("control_bars_keys")/>
        <Sentence of=Box::new(sentence) is_veiled=true/>
        <Controls shares/>
        {rendered::script(number_field::script(content.figure_word(ID, "unread_number")))}
        {frame::tones(content, figure)}
        <p class="fig-subtitle">{word("control_line_title")}</p>
        <p class="fig-note">{word("control_line_note")}</p>
        <Plot part="line" svg=line_svg keys=word("control_line_keys")/>
        {findings}
    };
    let parts = FigureParts {
        id: ID,
        words: &data.words,
        body: body.into_any(),
        tables: tables(shares).into_any(),
        payload,
        picture: Picture::Interactive,
    };
    frame::view(parts, content, notes)
}

/// The data without words that only the build needs.
fn for_browser(data: &ShareData) -> ShareData {
    const IN_BUILD_ONLY: [&str; 16] = [
        "stage_",
        "title",
        "unread_number",
        "question",
        "range_",
        "row_",
        "half",
        "mark_combination",
        "mark_set",
        "mark_media",
        "table",
        "column_",
        "csv_",
        "source",
        "download",
        "alt",
    ];
    ShareData { words: data.words.without(&IN_BUILD_ONLY), ..data.clone() }
}

fn tables(shares: Shares) -> impl IntoView {
    let data = shares.data;
    let d = &data.deployment;
    let combination = |c: &Combination| {
        let total = d.totals.get(c.total).map_or(0, |t| t.soldiers);
        let remainder = d.remainder(total, &c.counts);
        let soldiers = |n: u32| Cell::with(grouped(n), n);
        let counts = c.counts.iter().enumerate().map(|(i, &n)| soldiers(d.count(i, n)));
        let share = share_of(remainder, total);
        let share = Cell::with_fraction(data.words.fill("value_share", &[("value", &rounded(share).to_string())]), share);
        frame::row(soldiers(total), counts.chain([soldiers(remainder), share]))
    };
    let combinations = d.combinations().iter().map(combination).collect();
    let names = data.names.iter().chain([&data.remainder_name]).map(|name| data_table::head(&**name));
    let mut heads = frame::heads(&data.words, &["column_total"]);
    heads.extend(names);
    heads.extend(frame::heads(&data.words, &["column_remainder_share"]));
    let columns = frame::heads(&data.words, &["column_state", "column_troops", "column_share", "column_per_million", "column_note"]);
    view! {
        <DataTable title=data.words.get("table").to_owned() class="shares" heads=columns body=view! { <Rows shares/> }.into_any()/>
        {frame::table(data.words.get("table_combinations"), "", heads, combinations)}
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{super::state::Unit, *};
    use crate::{build::site, chart::svg};

    fn sound() -> ShareData {
        data(&site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound")).expect("the content is whole")
    }

    #[test]
    fn rates_stand_by_size_and_say_what_other_numbers_give() {
        let mut data = sound();
        // Numbers of this test's own, so that no fact decides about it.
        for (sender, (counts, population)) in data.deployment.senders.iter_mut().zip([(60, 1), (40, 1), (60, 2), (20, 1)]) {
            (sender.counts[0], sender.population) = (counts, population * 1_000_000);
            sender.counts.iter_mut().skip(1).for_each(|count| *count = counts * 2);
            sender.stages.clear();
        }
        data.deployment.totals.iter_mut().for_each(|total| total.soldiers = 1180);
        data.deployment.remainder_population = 100_000_000;
        data.ranges = ranges(&data.deployment);
        let words = |key: &str, values: &[(&str, &str)]| data.words.fill(key, values);
        let or =
            |value: &str, other: &str| words("value_or", &[("value", &*words("value_per_million", &[("value", value)])), ("other", other)]);
        let state = State { total: 1180, unit: Unit::PerMillion, ..State::default_of(&data.deployment) };
        let shown = data.shown(&state);
        let labels: Vec<_> = shown.iter().map(|bar| bars::value_label(bar, state.unit, &data)).collect();
        let rate = |value: &str| words("value_per_million", &[("value", value)]);
        let range = words("value_range", &[("value", &*rate("10")), ("low", "8"), ("high", "10")]);
        assert_eq!(labels, [or("60", "120"), or("40", "80"), or("30", "60"), rate("20"), range]);
        assert_eq!(shown.last().map(|bar| &bar.name), Some(&data.remainder_name), "the lowest rate stands last");
        let share = State { unit: Unit::Share, ..state };
        let first = data.shown(&share).into_iter().next().expect("a bar");
        assert_eq!(
            (&first.name, bars::value_label(&first, share.unit, &data).contains(&words("value_share", &[("value", "85")]))),
            (&data.remainder_name, true)
        );
    }

    #[test]
    fn bars_of_the_same_rate_stand_as_in_the_other_units() {
        let mut data = sound();
        // Kyrgyzstan and Tajikistan sent as many soldiers per inhabitant as Armenia, which stands before both.
        let [armenia, rest @ ..] = &mut data.deployment.senders[..] else { panic!("no senders") };
        for sender in rest.iter_mut().filter(|sender| sender.iso3 != "BLR") {
            (sender.population, sender.counts) = (armenia.population, armenia.counts.clone());
        }
        let names = |unit| {
            let state = State { unit, ..State::default_of(&data.deployment) };
            let bars = data.shown(&state).into_iter().map(|bar| bar.name).filter(|name| name != "Belarus" && name != "Russia");
            bars.collect::<Vec<_>>()
        };
        assert_eq!(names(Unit::PerMillion), names(Unit::Troops));
    }

    #[test]
    fn a_bar_has_the_texture_of_its_dots() {
        let data = sound();
        let known = |state: &State| data.bars(state).iter().map(|bar| bar.known).collect::<Vec<_>>();
        let essay = State::default_of(&data.deployment);
        assert_eq!(known(&essay), [Known::Inferred, Known::Own, Known::Other, Known::Own, Known::Own]);
        let press = State { counts: vec![1, 1, 1, 0], ..essay };
        assert_eq!(known(&press), [Known::Inferred, Known::Other, Known::Other, Known::Other, Known::Own]);
    }

    #[test]
    fn the_share_is_the_essays_until_a_reader_chooses() {
        let data = sound();
        let drawn = |state: &State| {
            let svg = svg::inline((640, 300), "wide", svg::MIDDLE, |p| combinations::draw(p, (640.0, 300.0), &data, state, None));
            svg.expect("it is drawn")
        };
        let essay = State::default_of(&data.deployment);
        let d = &data.deployment;
        let label = |key: &str, state: &State| {
            let share = rounded(share_of(d.remainder(state.total, &state.counts), state.total)).to_string();
            data.words.fill(key, &[("share", &*share)])
        };
        let [of_essay, chosen] = ["chosen_essay", "chosen"].map(|key| label(key, &essay));
        assert!(of_essay != chosen && drawn(&essay).contains(&of_essay) && !drawn(&essay).contains(&chosen));
        assert!(drawn(&State { unit: Unit::Share, ..essay.clone() }).contains(&of_essay));
        let present = State { total: d.totals[0].soldiers, ..essay };
        assert!(drawn(&present).contains(&label("chosen", &present)));
    }

    #[test]
    fn the_chosen_combination_stands_on_the_row_of_its_count() {
        let data = sound();
        // How far down its label stands.
        let height = |counts: &[usize]| {
            let state = State { counts: counts.into(), total: 2030, ..State::default_of(&data.deployment) };
            let svg = svg::inline((640, 300), "wide", svg::MIDDLE, |p| combinations::draw(p, (640.0, 300.0), &data, &state, None));
            let svg = svg.expect("it is drawn");
            let (before, _) = svg.split_once("chosen: ").expect("a label");
            let (_, y) = before.rsplit_once(" y=\"").expect("its place");
            y.split('"').next().and_then(|y| y.parse::<f64>().ok()).expect("a number")
        };
        let rows = [&[0, 0, 0, 0], &[0, 1, 0, 0]].map(|counts| height(counts));
        assert!(rows[1] > rows[0] + 40.0, "{rows:?}");
        assert_eq!(height(&[1, 0, 1, 0]), rows[0], "other counts change no row");
    }
}
