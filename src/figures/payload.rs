//! A figure's data as the browser gets them: written beside the figure by the build, read when it is mounted.

use serde::de::DeserializeOwned;
use web_sys::Element;

#[cfg(feature = "ssr")]
use crate::content::error::Diagnostic;
use crate::{
    browser::dom::{Missing, part},
    text_encoding::{self, Shift},
};

/// The version of the payload format. Raise it with every change of a type in a payload, because a browser may have cached an
/// older page.
pub const VERSION: u8 = 2;

/// `data` as text that may stand inside a `<script>` element.
///
/// # Errors
/// When the data cannot be written in this form, because the type uses something that postcard does not support.
#[cfg(feature = "ssr")]
pub fn write(data: &impl serde::Serialize) -> Result<String, Diagnostic> {
    let bytes = postcard::to_allocvec(&(VERSION, data))
        .map_err(|e| Diagnostic::unplaced(format!("the data cannot be written ({e})"), "correct their type"))?;
    Ok(text_encoding::encode(&bytes, Shift::Text))
}

/// Reads what [`write()`] wrote into `figure`.
///
/// # Errors
/// Where it is missing, cut short, longer than it should be, or of another version.
pub fn read<T: DeserializeOwned>(figure: &Element) -> Result<T, Missing> {
    let script: Element = part(figure, "data")?;
    parse(&script.text_content().unwrap_or_default()).ok_or(Missing("data of this version"))
}

/// The data in `text`, which [`write()`] made; `None` where it is cut short, longer than it should be, or of another version.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes = text_encoding::decode(text, Shift::Text);
    let (version, rest) = bytes.split_first()?;
    let (data, left) = postcard::take_from_bytes(rest).ok()?;
    (*version == VERSION && left.is_empty()).then_some(data)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    type Sample = (Vec<String>, Option<u32>, f64);

    #[test]
    fn data_come_back_and_a_damaged_text_is_refused() {
        let data: Sample = (vec!["Kazakhstan".into(), "…".into()], Some(2500), 0.51);
        let text = write(&data).unwrap();
        assert_eq!(parse::<Sample>(&text), Some(data));
        let characters: Vec<char> = text.chars().collect();
        for kept in 0..characters.len() {
            assert_eq!(parse::<Sample>(&characters[..kept].iter().collect::<String>()), None, "cut after {kept}");
        }
        assert_eq!(parse::<Sample>(&(text.clone() + "!")), None);
        assert_eq!(parse::<Sample>(&text.replacen('\u{102}', "\u{103}", 1)), None, "another version");
    }
}
