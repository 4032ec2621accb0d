//! The buttons that save a figure as a picture, in the state and the colours that the reader sees.
//!
//! Few readers press them, so an embed loads what makes pictures when it is first asked for one. Here the figure is
//! therefore known by what stands in the page: its data, and the state in its attribute.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::{
    browser::{
        dom::{self, Missing, part},
        download,
    },
    chart::{
        canvas::{self, Denied},
        picture::{Panel, Picture},
    },
};

/// The content of a saved picture of a figure.
pub struct Shown {
    /// The state in a sentence.
    pub sentence: String,
    /// The drawings, from above.
    pub panels: Vec<Panel<'static>>,
}

/// Reads off a mounted figure what a picture of it shows. Errors name the part that is missing.
pub type Look = fn(&Element) -> Result<Shown, Missing>;

/// Saves a picture when the reader presses a button for it; `find` gives how to look at the figure of an id.
pub fn listen(find: fn(&str) -> Option<Look>) {
    let Ok(document) = dom::document() else { return };
    let pressed = move |event: Event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let Some(kind) = target.as_ref().and_then(|t| t.get_attribute("data-download")) else { return };
        let Some(figure) = target.and_then(|t| t.closest("figure[data-figure]").ok()?) else { return };
        let id = figure.get_attribute("data-figure").unwrap_or_default();
        let Some(saved) = find(&id).map(|look| save(&figure, &id, &kind, look)) else { return };
        if let Ok(fault) = part::<HtmlElement>(&figure, "no-picture") {
            fault.set_hidden(saved.is_ok());
        }
        if let Err(reason) = saved {
            let (before, what) = match reason {
                Unsaved::Missing(Missing(part)) => ("it has no ", part),
                Unsaved::Denied(Denied(what)) => ("", what),
            };
            dom::warn(&["Figure ", &id, " makes no picture: ", before, what, "."].concat());
        }
    };
    dom::on(document.as_ref(), "click", Box::new(pressed));
}

/// Why a picture is not saved.
enum Unsaved {
    /// The figure lacks something.
    Missing(Missing),
    /// The browser denies something.
    Denied(Denied),
}

impl From<Missing> for Unsaved {
    fn from(part: Missing) -> Self {
        Self::Missing(part)
    }
}

impl From<Denied> for Unsaved {
    fn from(what: Denied) -> Self {
        Self::Denied(what)
    }
}

fn save(figure: &Element, id: &str, kind: &str, look: Look) -> Result<(), Unsaved> {
    let (title, source): (Element, Element) = (part(figure, "title")?, part(figure, "source")?);
    let palette = canvas::palette_of(figure).ok_or(Missing("colours"))?;
    let Shown { sentence, panels } = look(figure)?;
    let picture = Picture { title: title.text_content().unwrap_or_default(), sentence, source: without_marks(&source), panels };
    let name = [id, ".", kind].concat();
    if kind == "svg" {
        download::text(&name, "image/svg+xml", &picture.svg(palette).map_err(|_| Missing("drawing"))?);
    } else {
        let address = canvas::png(picture.size(), palette, |painter| picture.draw(painter))?;
        download::address_as(&name, &address);
    }
    Ok(())
}

/// The text of the source line without the marks of notes, which lead nowhere in a picture.
fn without_marks(source: &Element) -> String {
    let Some(copy) = source.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<Element>().ok()) else { return String::new() };
    dom::all(&copy, "button").iter().for_each(Element::remove);
    copy.text_content().unwrap_or_default()
}
