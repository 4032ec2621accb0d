//! The controls: the unit, the total, and the count of each sender.

use leptos::prelude::*;

use super::{
    shares::Shares,
    state::{HIGHEST_TOTAL, Unit},
};
use crate::{
    app::address::Entry,
    model::shares::{PublishedSet, Sender, Total},
    text::words::grouped,
    ui::{
        choice::{Options, radios},
        leaf::{flag, on_click, text},
        number_field::{Change, Labels, Limits, NumberField},
    },
};

/// All controls of the figure.
#[component]
pub fn Controls(
    /// The figure.
    shares: Shares,
) -> impl IntoView {
    let word = |key: &str| shares.data.words.get(key).to_owned();
    let floor = move || {
        shares.choices.track();
        shares.data.floor_words(shares.floor())
    };
    let is_official_or_less = move || shares.state.with(|state| !shares.data.is_above_official(state.total));
    view! {
        <fieldset class="controls needs-script" data-part="controls" data-live="" disabled>
            <legend>{word("control_legend")}</legend>
            <fieldset class="choice"><legend>{word("control_unit")}</legend>{units(shares)}</fieldset>
            <fieldset class="choice">
                <legend>{word("control_total")}</legend>
                {total(shares)}
                <span class="quick">{shares.data.deployment.totals.iter().map(|total| total_button(shares, total)).collect_view()}</span>
                <span class="hint">
                    <span data-part="floor" inner_html=text(floor)></span>" "
                    <strong data-part="above" hidden=flag(is_official_or_less)>{word("control_above")}</strong>
                </span>
            </fieldset>
            <fieldset class="choice wide-choice">
                <legend>{word("control_counts")}</legend>
                <div class="counts">
                    {shares.data.deployment.senders.iter().enumerate().map(|(at, sender)| counts(shares, at, sender)).collect_view()}
                </div>
                <span class="quick">
                    {shares.data.deployment.sets.iter().enumerate().map(|(at, set)| set_button(shares, at, set)).collect_view()}
                </span>
            </fieldset>
        </fieldset>
    }
}

fn units(shares: Shares) -> Vec<impl IntoView> {
    let option = |unit: Unit| (unit.id().to_owned(), shares.data.words.get(&["control_unit_", unit.id()].concat()).to_owned());
    let place = move |unit| Unit::ALL.iter().position(|u| *u == unit).unwrap_or(0);
    let options = Unit::ALL.map(option).into();
    let initial = shares.state.with_untracked(|state| place(state.unit));
    let chosen = move || {
        shares.choices.track();
        shares.state.with_untracked(|state| place(state.unit))
    };
    let choose = move |index: usize| {
        if let Some(unit) = Unit::ALL.get(index) {
            shares.choose(|state| state.unit = *unit, Entry::Push);
        }
    };
    radios(Options { name: "unit".to_owned(), options, initial }, chosen, choose)
}

fn total(shares: Shares) -> impl IntoView {
    let word = |key: &str| shares.data.words.get(key).to_owned();
    let labels = Labels { range: word("control_total"), number: word("control_total_number") };
    let lowest = move || {
        shares.choices.track();
        shares.floor()
    };
    let change = move |change| match change {
        Change::OnTheWay(value) => shares.choose(|state| state.total = value.unwrap_or(state.total), Entry::Replace),
        Change::Decided(value) => shares.choose(|state| state.total = value.unwrap_or(state.total), Entry::Push),
    };
    let marks = shares.data.deployment.totals.iter().map(|total| total.soldiers).collect();
    let limits = Limits { lowest, highest: HIGHEST_TOTAL, step: 10 };
    view! { <NumberField name="total" labels limits marks value=move || shares.state.with(|state| state.total) change/> }
}

fn total_button(shares: Shares, total: &'static Total) -> impl IntoView {
    let soldiers = total.soldiers;
    let label = [&grouped(soldiers), " ", shares.data.words.get(&["control_total_", &total.id].concat())].concat();
    let pressed = move |_| shares.choose(|state| state.total = soldiers, Entry::Push);
    view! { <button type="button" data-total=soldiers.to_string() on:click:capture=on_click(pressed)>{label}</button> }
}

fn counts(shares: Shares, at: usize, sender: &'static Sender) -> impl IntoView {
    let options = sender.counts.iter().enumerate().map(|(index, &soldiers)| (index.to_string(), grouped(soldiers))).collect();
    let count = move || shares.state.with_untracked(|state| state.counts.get(at).copied().unwrap_or(0));
    let chosen = move || {
        shares.choices.track();
        count()
    };
    let choose = move |index| {
        let change = |count: &mut usize| *count = index;
        shares.choose(|state| state.counts.get_mut(at).into_iter().for_each(change), Entry::Push);
    };
    let options = Options { name: ["count-", &sender.iso3.to_ascii_lowercase()].concat(), options, initial: count() };
    let name = shares.data.names.get(at).cloned().unwrap_or_default();
    view! { <fieldset class="choice"><legend>{name}</legend>{radios(options, chosen, choose)}</fieldset> }
}

fn set_button(shares: Shares, at: usize, set: &'static PublishedSet) -> impl IntoView {
    let name = shares.data.set_names.get(at).cloned().unwrap_or_default();
    let pressed = move |_| shares.choose(|state| state.counts.clone_from(&set.counts), Entry::Push);
    view! { <button type="button" data-set=at.to_string() on:click:capture=on_click(pressed)>{name}</button> }
}
