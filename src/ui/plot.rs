//! A drawing: prerendered as SVG, and in the browser a canvas over it, with marks that pointer and keyboard reach.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use super::marks::{Marks, MarksProps};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{
        dom::{self, Missing, part},
        schedule,
        surface::Surface,
    },
    chart::{mark::Mark, picture::Paint},
};

/// The box of a drawing as the build writes it: the SVG, and over it the empty layer of marks.
///
/// ```ignore
/// view! { <Plot part="bars" svg keys=words.get("control_bars_keys").to_owned()/> }
/// ```
#[cfg(feature = "ssr")]
#[component]
pub(crate) fn Plot(
    /// The `data-part` of the drawing.
    part: &'static str,
    /// The drawing in every width.
    svg: String,
    /// How keys move between its marks, in words.
    keys: String,
) -> impl IntoView {
    view! {
        <div class="plot" data-part=part data-veil="">
            <div inner_html=svg></div>
            <Marks part keys marks=RwSignal::new(Vec::new())/>
        </div>
    }
}

/// What a drawing shows in the browser. Both functions read signals; the caller redraws when those change.
pub(crate) struct Drawing {
    /// The `data-part` of the drawing.
    pub part: &'static str,
    /// Draws.
    pub paint: Box<Paint<'static>>,
    /// The marks for a size in the drawing's own pixels.
    pub marks: Box<dyn Fn((f64, f64)) -> Vec<Mark>>,
}

/// Lays a canvas over the drawing in the figure `root` and puts its marks into their slot.
///
/// # Errors
/// What the page or the browser lacks.
pub(crate) fn attach(root: &Element, figure: Figure, slots: &mut Slots, drawing: Drawing) -> Result<Surface, Missing> {
    let Drawing { part: name, paint, marks: place } = drawing;
    let holder: HtmlElement = part(root, name)?;
    let marks = marks_over(&holder, slots, name)?;
    let fill = move |size, scale| {
        let new: Vec<_> = place(size).into_iter().map(|mark| mark.scaled(scale)).collect();
        // Most redraws move nothing here, and so many elements are dear to touch.
        if marks.with_untracked(|old| *old != new) {
            marks.set(new);
        }
    };
    let fill = Rc::new(fill);
    let drawn = move |size, scale| {
        if marks.with_untracked(Vec::is_empty) {
            // So many new elements would hold up the frame that shows the first drawing.
            let fill = fill.clone();
            schedule::in_next_frame(Box::new(move || fill(size, scale)));
        } else {
            fill(size, scale);
        }
    };
    let surface = Surface::over(&holder, paint, Box::new(drawn))?;
    let again = surface.clone();
    when_appearance_changes(figure, Box::new(move || again.redraw_measured()));
    Ok(surface)
}

/// Lays marks over the drawing in the part `name`, which stays as the build wrote it; `place` gives them for a size in CSS
/// pixels.
///
/// # Errors
/// What the page lacks.
pub(crate) fn attach_marks(
    root: &Element,
    figure: Figure,
    slots: &mut Slots,
    name: &'static str,
    place: impl Fn((f64, f64)) -> Vec<Mark> + 'static,
) -> Result<(), Missing> {
    let holder: HtmlElement = part(root, name)?;
    let marks = marks_over(&holder, slots, name)?;
    let watched = holder.clone();
    let measure = Rc::new(move || marks.set(place((f64::from(watched.client_width()), f64::from(watched.client_height())))));
    measure();
    let resized = measure.clone();
    dom::on_size(&holder, &dom::callback(Box::new(move || resized())));
    when_appearance_changes(figure, Box::new(move || measure()));
    Ok(())
}

/// The marks over the drawing in `holder`, which are put into their slot.
fn marks_over(holder: &Element, slots: &mut Slots, part: &'static str) -> Result<RwSignal<Vec<Mark>>, Missing> {
    let marks = RwSignal::new(Vec::new());
    let first = |selector| dom::all(holder, selector).into_iter().next();
    let keys = first(".marks").and_then(|layer| layer.get_attribute("aria-label")).unwrap_or_default();
    slots.put_at(first(".layer").ok_or(Missing("layer of marks"))?, move || Marks(MarksProps { part, keys, marks }));
    Ok(marks)
}

/// Calls `redraw` when what drawings look like may have changed.
pub(crate) fn when_appearance_changes(figure: Figure, redraw: Box<dyn Fn()>) {
    let changed = move |is_first: bool| {
        figure.page.appearance.track();
        if !is_first {
            redraw();
        }
    };
    schedule::follow(Box::new(changed));
}
