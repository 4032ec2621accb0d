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
    found: Vec<(Element, Build)>,
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

    /// The elements of the figure that `selector` finds.
    ///
    /// # Errors
    /// What each of them is, where there are not `count`: then the page is not the one to which the data belong.
    pub fn each(&self, selector: &str, count: usize, name: &'static str) -> Result<Vec<Element>, Missing> {
        Some(dom::all(&self.root, selector)).filter(|found| found.len() == count).ok_or(Missing(name))
    }

    /// Puts what `view` gives into the place of `slot`, when all are filled.
    pub fn put_at<V: IntoView<State: 'static>>(&mut self, slot: Element, view: impl FnOnce() -> V + 'static) {
        let build = move || -> Built {
            // It lasts as long as the page.
            let mut state = ManuallyDrop::new(view().into_view().build());
            Box::new(move |parent, slot| state.mount(parent, Some(slot)))
        };
        self.found.push((slot, Box::new(build)));
    }

    /// Puts what `view` gives, an empty element, around what stands in `slot`, when all are filled.
    pub fn put_around<V: IntoView<State: 'static>>(&mut self, slot: Element, view: impl FnOnce() -> V + 'static) {
        let build = move || -> Built {
            let mut state = ManuallyDrop::new(view().into_view().build());
            Box::new(move |parent, slot| {
                state.mount(parent, Some(slot));
                move_content(slot);
            })
        };
        self.found.push((slot, Box::new(build)));
    }

    /// Builds all components, and only then puts them in place: when one panics, nothing has changed that a reader sees.
    /// All of it happens in one task, so no half is painted.
    pub fn fill(self) {
        let built: Vec<_> = self.found.into_iter().map(|(slot, build)| (slot, build())).collect();
        for (slot, mount) in built {
            if let Some(parent) = slot.parent_element() {
                mount(&parent, &slot);
                slot.remove();
            }
        }
    }
}

/// Moves all that stands in `slot` into the component before it. What has the focus there keeps it.
fn move_content(slot: &Element) {
    let Some(component) = slot.previous_element_sibling() else { return };
    let focused = dom::focused().filter(|element| slot.contains(Some(element)));
    while let Some(node) = slot.first_child() {
        if component.append_child(&node).is_err() {
            break;
        }
    }
    if let Some(focused) = focused {
        dom::focus_in_place(&focused);
    }
}
