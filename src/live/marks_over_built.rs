//! Marks over a drawing that stays as the build wrote it.

use web_sys::HtmlElement;

use super::{
    dom::{self, Missing, part},
    marks::Marks,
};
use crate::chart::mark::Mark;

/// Lays marks over the drawing in the part `name`, and anew whenever its box changes; `marks` gives them for a size in
/// CSS pixels. The drawing's box is then `is-marked`.
///
/// # Errors
/// What is missing of the page.
pub fn lay(root: &web_sys::Element, name: &'static str, marks: Box<dyn Fn((f64, f64)) -> Vec<Mark>>) -> Result<(), Missing> {
    let holder: HtmlElement = part(root, name)?;
    let layer = Marks::inside(&holder)?;
    let watched = holder.clone();
    let place = move || {
        // A layer that cannot be filled leaves the drawing readable; the table has every value.
        drop(layer.set(marks((f64::from(watched.client_width()), f64::from(watched.client_height())))));
    };
    place();
    let _ = holder.class_list().add_1("is-marked");
    let resized = dom::callback(Box::new(place));
    dom::on_size(&holder, &resized);
    let _ = dom::window()?.add_event_listener_with_callback("resize", &resized);
    Ok(())
}
