//! The buttons that save a living figure as a picture, in the state and the colours that the reader sees.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{
    dom::{self, Missing, part},
    download,
};
use crate::chart::{
    canvas,
    picture::{Panel, Picture},
};

/// Makes the buttons in the figure's `downloads` save what `panels` draw, with the sentence of the moment.
///
/// # Errors
/// The part that is missing.
pub fn offer(root: &Element, id: &'static str, panels: impl Fn() -> (String, Vec<Panel<'static>>) + 'static) -> Result<(), Missing> {
    offer_boxed(root, id, Box::new(panels))
}

/// A picture's sentence and drawings, made when asked for.
type Panels = Box<dyn Fn() -> (String, Vec<Panel<'static>>)>;

/// Compiled once for all figures, where [`offer`] is once for each.
fn offer_boxed(root: &Element, id: &'static str, panels: Panels) -> Result<(), Missing> {
    let downloads: Element = part(root, "downloads")?;
    let (title, source): (Element, Element) = (part(root, "title")?, part(root, "source")?);
    let root = root.clone();
    let save = move |event: Event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let Some(kind) = target.and_then(|t| t.get_attribute("data-download")) else { return };
        let Some(palette) = canvas::palette_of(&root) else { return };
        let text = |element: &Element| element.text_content().unwrap_or_default();
        let (sentence, panels) = panels();
        let picture = Picture { title: text(&title), sentence, source: without_marks(&source), panels };
        let name = [id, ".", &kind].concat();
        if kind == "svg" {
            if let Ok(svg) = picture.svg(palette) {
                download::text(&name, "image/svg+xml", &svg);
            }
        } else if let Ok(address) = canvas::png(picture.size(), palette, |painter| picture.draw(painter)) {
            download::address_as(&name, &address);
        }
    };
    dom::on(&downloads, "click", Box::new(save));
    Ok(())
}

/// The text of the source line without the marks of notes, which lead nowhere in a picture.
fn without_marks(source: &Element) -> String {
    let Some(copy) = source.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<Element>().ok()) else { return String::new() };
    dom::all::<Element>(&copy, "button").iter().for_each(Element::remove);
    copy.text_content().unwrap_or_default()
}
