//! The controls and the state of a figure whose whole state is one choice among a few.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::Element;

use super::{
    announce,
    choice::{Options, radios},
    leaf::value,
    sentence::{Sentence, SentenceProps},
};
use crate::{
    app::{address::Entry, figure::Figure, slots::Slots},
    browser::dom::Missing,
    model::choice::Choice,
};

/// A choice and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneChoice {
    /// What can be chosen.
    pub choice: Choice,
    /// What is chosen, in words.
    pub legend: String,
    /// The word for each value.
    pub labels: Vec<String>,
    /// What each means, in a sentence.
    pub sentences: Vec<String>,
}

/// What the reader has chosen.
#[derive(Clone, Copy)]
pub struct Chosen {
    figure: Figure,
    of: &'static OneChoice,
    index: RwSignal<usize>,
}

impl Chosen {
    /// The figure with `of`, which lasts as long as the page, as it is at first.
    pub fn new(figure: Figure, of: OneChoice) -> Self {
        let of = Box::leak(Box::new(of));
        Self { figure, of, index: RwSignal::new(of.choice.default) }
    }

    /// The index that is chosen; it is followed.
    pub fn get(self) -> usize {
        self.index.get()
    }

    /// The index that is chosen, at this moment.
    pub fn now(self) -> usize {
        self.index.get_untracked()
    }

    /// The sentence for the choice; it is followed.
    pub fn sentence(self) -> String {
        self.of.sentences.get(self.get()).cloned().unwrap_or_default()
    }

    /// Takes what the reader chose.
    pub fn choose(self, index: usize) {
        self.figure.enter(&self.of.choice.to_query(index), &["v", &self.of.choice.key], Entry::Push);
        self.turn_to(index);
    }

    /// Shows a choice, and announces it if it is another than before.
    fn turn_to(self, index: usize) {
        if self.figure.show_state(&self.of.choice.to_query(index)) {
            self.index.set(index);
            self.figure.announce(self.of.sentences.get(index).cloned().unwrap_or_default());
        }
    }

    /// Takes over the choice of the address, and follows Back and links.
    fn follow(self) {
        let choice = &self.of.choice;
        // What the address asks for is not announced: the reader is elsewhere.
        let (index, is_refused) = choice.parse(&self.figure.page.address.query());
        self.figure.is_refused.set(is_refused);
        self.index.set(index);
        self.figure.show_state(&choice.to_query(index));
        self.figure.follow(move |query| self.turn_to(choice.parse(&query).0), move |query| self.choose(choice.parse(&query).0));
    }
}

/// The radios of a figure that has no other control; `data-chosen` has the value for the style sheet.
///
/// ```ignore
/// let chosen = Chosen::new(figure, one_choice);
/// view! { <Sentence of=move || chosen.sentence()/> <ChoiceControls chosen/> }
/// ```
#[component]
pub(crate) fn ChoiceControls(
    /// What is chosen.
    chosen: Chosen,
) -> impl IntoView {
    let OneChoice { choice, legend, labels, .. } = chosen.of;
    let options = Options {
        name: choice.key.clone(),
        options: choice.values.iter().cloned().zip(labels.iter().cloned()).collect(),
        initial: choice.default,
    };
    let shown = move || choice.values.get(chosen.get()).cloned().unwrap_or_default();
    view! {
        <fieldset class="choice needs-script" data-part="controls" data-chosen=value(shown) data-live="" disabled>
            <legend>{legend.clone()}</legend>
            {radios(options, move || chosen.get(), move |index| chosen.choose(index))}
        </fieldset>
    }
}

/// Puts the controls, the sentence and the live region into their slots in the figure `root`, in the state of the address.
///
/// # Errors
/// The part that is missing.
pub(crate) fn attach(root: &Element, figure: Figure, slots: &mut Slots, of: OneChoice) -> Result<Chosen, Missing> {
    let chosen = Chosen::new(figure, of);
    slots.put("controls", move || ChoiceControls(ChoiceControlsProps { chosen }))?;
    slots.put("sentence", move || Sentence(SentenceProps { of: Box::new(move || chosen.sentence()), is_veiled: false }))?;
    announce::attach(root, figure, slots)?;
    chosen.follow();
    Ok(chosen)
}
