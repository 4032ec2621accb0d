//! A place of the page whose text follows a figure's state.

use std::cell::RefCell;

use web_sys::Element;

/// An element and its text. The same text written again would be laid out again.
pub struct Text {
    element: Element,
    shown: RefCell<String>,
}

impl Text {
    /// With the text that `element` has by now.
    pub fn of(element: Element) -> Self {
        Self { shown: RefCell::new(element.text_content().unwrap_or_default()), element }
    }

    /// Shows `text`.
    pub fn set(&self, text: String) {
        if *self.shown.borrow() != text {
            self.element.set_text_content(Some(&text));
            self.shown.replace(text);
        }
    }
}
