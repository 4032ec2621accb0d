//! Slots: the parts of a prerendered figure that components take the place of.
//!
//! Hydration would adopt the prerendered nodes, and panics where a translator or an extension has altered them. A slot is
//! replaced whole instead, so what happened inside it does not matter. Where only the element follows a signal and long text in
//! it stays, its component is built empty and comes to stand around the nodes that are there: then that text need not be sent
//! twice, and what a translator made of it stays.

use std::mem::ManuallyDrop;

use leptos::{
    IntoView,
    tachys::view::{Mountable, Render},
};
use web_sys::Element;

use crate::browser::dom::{self, Missing, part};

/// A component that has been built, and is to be put before an element of the page.
type Built = Box<dyn FnOnce(&Element, &Element)>;

/// What builds the component of a slot.
type Build = Box<dyn FnOnce() -> Built>;

/// The slots of one figure, and what is to stand in them.
pub struct Slots {
    root: Element,
    found: Vec<Slot>,
}

/// A slot, and what is to stand in its place.
struct Slot {
    element: Element,
    build: Build,
    /// Whether what stands in it stays.
    keeps: bool,
}

impl Slots {
    /// None yet, in the figure `root`.
    pub fn of(root: &Element) -> Self {
        Self { root: root.clone(), found: Vec::new() }
    }

    /// Puts what `view` gives into the place of the part `name`, when all are filled.
    ///
    /// # Errors
    /// The name of the part, where the figure has none.
    pub fn put<V: IntoView<State: 'static>>(&mut self, name: &'static str, view: impl FnOnce() -> V + 'static) -> Result<(), Missing> {
        let slot = part(&self.root, name)?;
        self.put_at(slot, view);
        Ok(())
    }

    /// Puts what `view` gives into the place of `slot`, when all are filled.
    pub fn put_at<V: IntoView<State: 'static>>(&mut self, slot: Element, view: impl FnOnce() -> V + 'static) {
        self.add(slot, view, false);
    }

    /// Puts what `view` gives, an empty element, around what stands in `slot`, when all are filled.
    pub fn put_around<V: IntoView<State: 'static>>(&mut self, slot: Element, view: impl FnOnce() -> V + 'static) {
        self.add(slot, view, true);
    }

    fn add<V: IntoView<State: 'static>>(&mut self, element: Element, view: impl FnOnce() -> V + 'static, keeps: bool) {
        let build = move || -> Built {
            // It lasts as long as the page.
            let mut state = ManuallyDrop::new(view().into_view().build());
            Box::new(move |parent, slot| state.mount(parent, Some(slot)))
        };
        self.found.push(Slot { element, build: Box::new(build), keeps });
    }

    /// Builds all components, and only then puts them in place: when one panics, nothing has changed that a reader sees.
    /// All of it happens in one task, so no half is painted.
    pub fn fill(self) {
        let focused = dom::focused();
        let built: Vec<_> = self.found.into_iter().map(|Slot { element, build, keeps }| (element, build(), keeps)).collect();
        for (slot, mount, keeps) in built {
            if let Some(parent) = slot.parent_element() {
                mount(&parent, &slot);
                if keeps && let Some(component) = slot.previous_element_sibling() {
                    move_content(&slot, &component);
                }
                slot.remove();
            }
        }
        // What is moved loses the focus.
        if let Some(focused) = focused.filter(|element| element.is_connected() && dom::focused().as_ref() != Some(element)) {
            dom::focus_in_place(&focused);
        }
    }
}

/// Moves all that stands in `from` into `to`.
fn move_content(from: &Element, to: &Element) {
    while let Some(node) = from.first_child() {
        if to.append_child(&node).is_err() {
            return;
        }
    }
}
