//! A whole number, to be dragged or typed.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::leaf::{self, on_change};

/// What a number field says of itself.
pub(crate) struct Labels {
    /// For the range, and the name of the whole.
    pub range: String,
    /// For the field to type in.
    pub number: String,
}

/// The values that can be chosen.
#[derive(Clone, Copy)]
pub(crate) struct Limits<F> {
    /// The lowest.
    pub lowest: F,
    /// The highest.
    pub highest: u32,
    /// From one to the next on the range.
    pub step: u32,
}

/// A new value, and how it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// One of many on the way, as in a drag.
    OnTheWay(Option<u32>),
    /// Decided on. `None` where what was typed is no number.
    Decided(Option<u32>),
}

/// A range with `marks`, and beside it a field to type in, both named `name` (the range `name-range`). `change` gets each
/// new value; `value` is written into both whenever its signals change, also over what could not be taken.
///
/// ```ignore
/// view! { <NumberField name="total" labels limits marks=vec![2030, 2500] value=move || total.get() change=move |to| choose(to)/> }
/// ```
#[component]
pub(crate) fn NumberField<F, V, C>(
    /// The name of the field and its `data-part`.
    name: &'static str,
    /// What both say of themselves.
    labels: Labels,
    /// What can be chosen.
    limits: Limits<F>,
    /// Values that the range marks.
    marks: Vec<u32>,
    /// The value.
    value: V,
    /// What happens when a reader changes it.
    change: C,
) -> impl IntoView
where
    F: Fn() -> u32 + Send + Copy + 'static,
    V: Fn() -> u32 + Send + Copy + 'static,
    C: Fn(Change) + Copy + 'static,
{
    let Limits { lowest, highest, step } = limits;
    let (range_name, list) = ([name, "-range"].concat(), [name, "-marks"].concat());
    let marks: Vec<_> = marks.into_iter().map(|mark| view! { <option value=mark.to_string()></option> }).collect();
    let initial = untrack(value).to_string();
    let low = || leaf::value(move || lowest().to_string());
    let written = || leaf::value(move || value().to_string());
    // Up and Down in the field step as a drag does; some browsers report each step as a change besides.
    let stepped = move |event: ev::Event| {
        if event.dyn_ref::<web_sys::InputEvent>().is_none() {
            change(Change::OnTheWay(number_in(&event)));
        }
    };
    view! {
        <span class="total">
            <input
                type="range"
                name=range_name.clone()
                data-part=range_name
                min=low()
                max=highest.to_string()
                step=step.to_string()
                value=initial.clone()
                prop:value=written()
                list=list.clone()
                autocomplete="off"
                aria-label=labels.range
                on:input:capture=on_change(move |event| change(Change::OnTheWay(number_in(&event))))
            />
            <datalist id=list>{marks}</datalist>
            <input
                type="number"
                name=name
                data-part=name
                min=low()
                max=highest.to_string()
                value=initial
                prop:value=written()
                autocomplete="off"
                inputmode="numeric"
                aria-label=labels.number
                on:input:capture=on_change(stepped)
                on:change:capture=on_change(move |event| change(Change::Decided(number_in(&event))))
            />
        </span>
    }
}

/// The script that stands after such a field in its figure, and reads numbers with separators; `unread` is what it says of what it
/// cannot read.
#[cfg(feature = "ssr")]
pub(crate) fn script(unread: &str) -> String {
    let words = serde_json::Value::from(unread).to_string().replace('<', "\\u003c");
    super::inline_script::compact(include_str!("number-field.js")).replace("UNREAD", &words)
}

/// The number in the field that an event came from.
pub(crate) fn number_in(event: &ev::Event) -> Option<u32> {
    event_target_value(event).parse().ok()
}
