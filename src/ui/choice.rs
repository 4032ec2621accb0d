//! A choice among a few as radios.

use leptos::prelude::*;

use crate::state::choice::Choice;

impl Choice {
    /// The built radios, with a label for each value; the living figure enables them.
    pub(crate) fn radios(&self, legend: &str, labels: Vec<String>) -> impl IntoView + use<> {
        let (legend, key) = (legend.to_owned(), self.key);
        let radio = |(i, (value, label)): (usize, (&String, String))| {
            let (value, checked) = (value.clone(), i == self.usual);
            view! { <label><input type="radio" name=key value=value checked=checked autocomplete="off"/>{label}</label> }
        };
        let radios: Vec<_> = self.values.iter().zip(labels).enumerate().map(radio).collect();
        view! {
            <fieldset class="choice needs-script" data-part="controls" data-live="" disabled>
                <legend>{legend}</legend>
                {radios}
            </fieldset>
        }
    }
}
