//! Brings a figure alive whose whole state is one choice among the radios of its controls.

use std::{cell::Cell, rc::Rc};

use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{
    address::{self, Step},
    announce::Announcer,
    dom::{self, Missing, part},
    start::come_alive,
    steer,
};
use crate::state::choice::Choice;

struct Radios {
    choice: Choice,
    inputs: Vec<HtmlInputElement>,
    sentence: Element,
    announcer: Announcer,
    chosen: Cell<usize>,
    show: Box<dyn Fn(usize) -> String>,
}

/// Follows the radios named `key`, the address and links in the text. `show` sets what depends on the choice, given by
/// its index, and returns the figure's sentence for it.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn start(root: &Element, id: &'static str, key: &'static str, show: Box<dyn Fn(usize) -> String>) -> Result<(), Missing> {
    let controls: Element = part(root, "controls")?;
    let inputs: Vec<HtmlInputElement> = dom::all(&controls, "input");
    if inputs.is_empty() {
        return Err(Missing("radios"));
    }
    let usual = inputs.iter().position(HtmlInputElement::default_checked).unwrap_or(0);
    let choice = Choice { key, values: inputs.iter().map(HtmlInputElement::value).collect(), usual };
    let note: HtmlElement = part(root, "address-note")?;
    let announcer = Announcer::new(part(root, "announce")?);
    let radios = Rc::new(Radios { choice, inputs, sentence: part(root, "sentence")?, announcer, chosen: Cell::new(usual), show });
    let (chosen, refused) = radios.choice.parse(&address::query());
    note.set_hidden(!refused);
    let this = radios.clone();
    let changed = move |_| {
        if let Some(chosen) = this.inputs.iter().position(HtmlInputElement::checked) {
            this.choose(chosen);
        }
    };
    dom::on(&controls, "change", Box::new(changed));
    let this = radios.clone();
    dom::on(dom::window()?.as_ref(), "popstate", Box::new(move |_| this.take(this.choice.parse(&address::query()).0)));
    let this = radios.clone();
    steer::links_to(id, move |query| this.choose(this.choice.parse(query).0))?;
    // What the address asks for is not told of: the reader is elsewhere.
    radios.show(chosen);
    come_alive(root, id)
}

impl Radios {
    /// Takes what the reader chose.
    fn choose(&self, chosen: usize) {
        if chosen != self.chosen.get() {
            address::write(&self.choice.to_query(chosen), &["v", self.choice.key], Step::Push);
        }
        self.take(chosen);
    }

    /// Shows a choice, and says so if it is another than before.
    fn take(&self, chosen: usize) {
        if let Some(sentence) = self.show(chosen) {
            self.announcer.say(sentence);
        }
    }

    /// Shows a choice; gives its sentence if it is another than before.
    fn show(&self, chosen: usize) -> Option<String> {
        for (i, input) in self.inputs.iter().enumerate() {
            input.set_checked(i == chosen);
        }
        address::tell(&self.sentence, &self.choice.to_query(chosen));
        if self.chosen.replace(chosen) == chosen {
            return None;
        }
        let sentence = (self.show)(chosen);
        self.sentence.set_text_content(Some(&sentence));
        Some(sentence)
    }
}
