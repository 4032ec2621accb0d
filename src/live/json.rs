//! Reads a figure's data with the browser's own parser of JSON: a tenth of what a parser in WASM would weigh.

use std::cell::Cell;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::dom::{Missing, part};
use crate::text::words::Words;

/// A parsed value. What is missing or of another type reads as empty, and is noted for [`read`].
pub struct Json<'a> {
    value: JsValue,
    sound: &'a Cell<bool>,
}

/// What `build` makes of the data that the build of the page left in `figure`.
///
/// # Errors
/// Where they are missing or no JSON, or where `build` asked for something that is not in them.
pub fn read<T>(figure: &Element, build: fn(&Json<'_>) -> T) -> Result<T, Missing> {
    const DATA: &str = "data";
    let script: Element = part(figure, DATA)?;
    let sound = Cell::new(true);
    let value = JSON::parse(&script.text_content().unwrap_or_default()).map_err(|_| Missing(DATA))?;
    let built = build(&Json { value, sound: &sound });
    sound.get().then_some(built).ok_or(Missing(DATA))
}

impl<'a> Json<'a> {
    fn note<T: Default>(&self, found: Option<T>) -> T {
        if found.is_none() {
            self.sound.set(false);
        }
        found.unwrap_or_default()
    }

    /// The value at `key` of an object.
    pub fn at(&self, key: &str) -> Self {
        let value = Reflect::get(&self.value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
        Self { value, sound: self.sound }
    }

    /// An array's element.
    pub fn item(&self, index: u32) -> Self {
        Self { value: self.value.dyn_ref::<Array>().map_or(JsValue::UNDEFINED, |array| array.get(index)), sound: self.sound }
    }

    /// What `each` makes of every element of the array.
    pub fn list<T>(&self, each: impl Fn(&Json<'a>) -> T) -> Vec<T> {
        let array: Array = self.note(self.value.dyn_ref::<Array>().cloned());
        (0..array.length()).map(|i| each(&Self { value: array.get(i), sound: self.sound })).collect()
    }

    /// A text.
    pub fn text(&self) -> String {
        self.note(self.value.as_string())
    }

    /// A whole number from 0.
    pub fn whole(&self) -> u32 {
        self.note(self.whole_or_none())
    }

    /// A whole number from 0, or `None` for anything else, such as `null`.
    pub fn whole_or_none(&self) -> Option<u32> {
        let number = self.value.as_f64().filter(|n| *n >= 0.0)?;
        // Not negative, and a number above the range becomes its end.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(number as u32)
    }

    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        self.value.is_truthy()
    }

    /// An object of texts.
    pub fn words(&self) -> Words {
        let pairs: Array = self.note(self.value.dyn_ref::<Object>().map(Object::entries));
        let pairs = Self { value: pairs.into(), sound: self.sound };
        Words(pairs.list(|pair| (pair.item(0).text(), pair.item(1).text())))
    }
}
