//! One choice among a few, as radios.

use leptos::{ev::Event, prelude::*};

use super::leaf::{Flag, Handler, flag, on_change};

/// What can be chosen, and by what.
pub(crate) struct Options {
    /// The name that the radios share.
    pub name: String,
    /// Each one's value and label.
    pub options: Vec<(String, String)>,
    /// The index of the one that is chosen when the page comes.
    pub initial: usize,
}

/// Radios, each checked as `chosen` says, that call `choose` with their index.
///
/// ```ignore
/// let options = Options { name: "unit".to_owned(), options, initial: 0 };
/// view! { <fieldset><legend>"Unit"</legend>{radios(options, move || unit.get(), move |index| unit.set(index))}</fieldset> }
/// ```
pub(crate) fn radios(
    options: Options,
    chosen: impl Fn() -> usize + Send + Clone + 'static,
    choose: impl Fn(usize) + Clone + 'static,
) -> Vec<impl IntoView> {
    let Options { name, options, initial } = options;
    let rows = options.into_iter().enumerate().map(|(index, (value, label))| {
        let (chosen, choose) = (chosen.clone(), choose.clone());
        Radio {
            name: name.clone(),
            value,
            label,
            is_initial: index == initial,
            is_chosen: flag(move || chosen() == index),
            pressed: on_change(move |_| choose(index)),
        }
    });
    rows.map(radio).collect()
}

struct Radio {
    name: String,
    value: String,
    label: String,
    is_initial: bool,
    is_chosen: Flag,
    pressed: Handler<Event>,
}

fn radio(radio: Radio) -> impl IntoView {
    let Radio { name, value, label, is_initial, is_chosen, pressed } = radio;
    view! {
        <label>
            <input
                type="radio"
                name=name
                value=value
                checked=is_initial
                prop:checked=is_chosen
                on:change:capture=pressed
                autocomplete="off"
            />
            {label}
        </label>
    }
}
