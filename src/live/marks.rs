//! The layer over a drawing that pointer and keyboard reach: one mark per datum, a tip beside the chosen one.
//!
//! Marks are a roving tab stop: Tab enters, the arrow keys, Home and End move, Escape closes the tip. A pointer picks
//! the nearest mark; touch works by tapping, and scrolling is never caught. A second tap on the mark closes its tip, and
//! so does one anywhere else.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, Node, PointerEvent};

use super::dom::{self, Missing};
use crate::chart::mark::{Mark, nearest};

/// How far from a mark a pointer still picks it, in CSS pixels.
const REACH: f64 = 24.0;

/// The marks of one drawing.
#[derive(Clone)]
pub struct Marks {
    layer: HtmlElement,
    tip: HtmlElement,
    shown: Rc<RefCell<Vec<Mark>>>,
    current: Rc<Cell<usize>>,
    /// The mark whose tip is open.
    tipped: Rc<Cell<Option<usize>>>,
    /// The mark whose tip was open when a finger came down.
    pressed: Rc<Cell<Option<usize>>>,
}

impl Marks {
    /// Takes over the empty layer in the box of a drawing, with the tip for the words of the chosen mark.
    ///
    /// # Errors
    /// When the box lacks one of them.
    pub fn inside(holder: &Element) -> Result<Self, Missing> {
        let (layer, tip) = (dom::first(holder, ".marks")?, dom::first(holder, ".tip")?);
        let marks = Self { layer, tip, shown: Rc::default(), current: Rc::default(), tipped: Rc::default(), pressed: Rc::default() };
        let this = marks.clone();
        dom::on(&marks.layer, "keydown", Box::new(move |event| this.key(&event)));
        let this = marks.clone();
        dom::on(&marks.layer, "focusin", Box::new(move |event| this.focused(&event)));
        for (event, leaves) in [("pointermove", false), ("click", false), ("pointerleave", true), ("focusout", true)] {
            let this = marks.clone();
            let handler = move |event: Event| if leaves { this.leave() } else { this.point(&event) };
            dom::on(&marks.layer, event, Box::new(handler));
        }
        // A tip that a pointer opened has no focus that Escape or a tap elsewhere would reach.
        let document = dom::document()?;
        for event in ["pointerdown", "keydown"] {
            let this = marks.clone();
            dom::on(&document, event, Box::new(move |event| this.elsewhere(&event)));
        }
        Ok(marks)
    }

    /// Replaces the marks, keeping the elements and the focus where their number is the same.
    ///
    /// # Errors
    /// What the browser did not let it create.
    pub fn set(&self, marks: Vec<Mark>) -> Result<(), Missing> {
        // Most redraws move nothing here, and so many elements are dear to touch.
        if *self.shown.borrow() == marks {
            return Ok(());
        }
        let document = dom::document()?;
        while self.layer.child_element_count() as usize > marks.len() {
            if let Some(last) = self.layer.last_element_child() {
                last.remove();
            }
        }
        while (self.layer.child_element_count() as usize) < marks.len() {
            let element = document.create_element("span").map_err(|_| Missing("span"))?;
            let _ = element.set_attribute("role", "img");
            self.layer.append_child(&element).map_err(|_| Missing("marks"))?;
        }
        self.current.set(self.current.get().min(marks.len().saturating_sub(1)));
        for (i, mark) in marks.iter().enumerate() {
            let Some(element) = self.element(i) else { continue };
            let (shown, style) = (self.shown.borrow(), element.style());
            let before = shown.get(i);
            let places = before.map(place);
            for (at, (property, px)) in place(mark).into_iter().enumerate() {
                if places.is_none_or(|places| places[at].1 != px) {
                    let _ = style.set_property(property, &px_text(px));
                }
            }
            if before.is_none_or(|before| before.label != mark.label) {
                let _ = element.set_attribute("aria-label", &mark.label);
            }
            let tab_index = if i == self.current.get() { 0 } else { -1 };
            if element.tab_index() != tab_index || before.is_none() {
                element.set_tab_index(tab_index);
            }
        }
        *self.shown.borrow_mut() = marks;
        // What it says of the old mark would be untrue.
        match self.tipped.get() {
            Some(index) if index < self.shown.borrow().len() => self.show(index),
            Some(_) => self.hide(),
            None => {}
        }
        Ok(())
    }

    /// Whether it has not been filled yet.
    pub fn is_empty(&self) -> bool {
        self.shown.borrow().is_empty()
    }

    fn element(&self, index: usize) -> Option<HtmlElement> {
        self.layer.children().item(u32::try_from(index).ok()?)?.dyn_into().ok()
    }

    fn key(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|e| !dom::has_modifier(e)) else { return };
        let (now, last) = (self.current.get(), self.shown.borrow().len().saturating_sub(1));
        let next = match &*event.key() {
            "ArrowRight" | "ArrowDown" => (now + 1).min(last),
            "ArrowLeft" | "ArrowUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(old) = self.element(now) {
            old.set_tab_index(-1);
        }
        self.current.set(next);
        if let Some(new) = self.element(next) {
            new.set_tab_index(0);
            let _ = new.focus();
        }
    }

    fn focused(&self, event: &Event) {
        let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
        let index = (0..self.shown.borrow().len()).find(|&i| self.element(i).is_some_and(|e| AsRef::<Element>::as_ref(&e) == &target));
        if let Some(index) = index {
            self.show(index);
        }
    }

    fn point(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        let box_ = self.layer.get_bounding_client_rect();
        let at = (f64::from(event.client_x()) - box_.left(), f64::from(event.client_y()) - box_.top());
        let found = nearest(&self.shown.borrow(), at, REACH);
        let is_closed_by_tap = event.type_() == "click" && self.pressed.take().is_some_and(|pressed| Some(pressed) == found);
        match found.filter(|_| !is_closed_by_tap) {
            Some(index) => self.show(index),
            None => self.hide(),
        }
    }

    /// Where the pointer or the focus has left: the tip of the mark that has the focus stays.
    fn leave(&self) {
        let focused = dom::document().ok().and_then(|document| document.active_element());
        let current = self.element(self.current.get());
        match current.filter(|current| self.tipped.get().is_some() && Some(AsRef::<Element>::as_ref(current)) == focused.as_ref()) {
            Some(_) => self.show(self.current.get()),
            None => self.hide(),
        }
    }

    /// What happens anywhere in the page: a press beside the marks and Escape close the tip.
    fn elsewhere(&self, event: &Event) {
        if let Some(press) = event.dyn_ref::<PointerEvent>() {
            self.pressed.set(self.tipped.get().filter(|_| press.pointer_type() != "mouse"));
            let target = event.target().and_then(|t| t.dyn_into::<Node>().ok());
            if self.tipped.get().is_some() && !self.layer.contains(target.as_ref()) {
                self.hide();
            }
        } else if self.tipped.get().is_some() && event.dyn_ref::<KeyboardEvent>().is_some_and(|e| e.key() == "Escape") {
            self.hide();
        }
    }

    fn show(&self, index: usize) {
        let shown = self.shown.borrow();
        let Some(mark) = shown.get(index) else { return };
        self.tipped.set(Some(index));
        self.tip.set_text_content(Some(&mark.label));
        self.tip.set_hidden(false);
        let (width, own) = (f64::from(self.layer.client_width()), f64::from(self.tip.offset_width()));
        let left = (mark.x + mark.width / 2.0 - own / 2.0).clamp(0.0, (width - own).max(0.0));
        let _ = self.tip.style().set_property("left", &px_text(left));
        let _ = self.tip.style().set_property("top", &px_text(mark.y + mark.height + 4.0));
    }

    fn hide(&self) {
        self.tipped.set(None);
        self.tip.set_hidden(true);
    }
}

/// How a mark's place is styled, in CSS pixels.
fn place(mark: &Mark) -> [(&'static str, f64); 4] {
    [("left", mark.x), ("top", mark.y), ("width", mark.width), ("height", mark.height)]
}

/// Whole pixels, so that no float needs formatting.
fn px_text(px: f64) -> String {
    // A place inside a drawing, a few thousand pixels at most.
    #[allow(clippy::cast_possible_truncation)]
    let whole = px.round() as i32;
    [&*whole.to_string(), "px"].concat()
}
