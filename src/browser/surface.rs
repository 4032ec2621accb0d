//! A canvas over a prerendered drawing, in the same box, redrawn at most once a frame.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlCanvasElement};

use super::dom::{self, Missing};
use crate::chart::{canvas::CanvasSurface, picture::Paint};

/// What happens after each drawing that was done: it gets the size of the drawing in its own pixels and the scale at which it
/// is shown.
pub(crate) type Drawn = Box<dyn Fn((f64, f64), f64)>;

/// A canvas that redraws when asked and when its box changes.
#[derive(Clone)]
pub(crate) struct Surface {
    frame: Function,
    later: Function,
    pending: Rc<Cell<bool>>,
    /// As last measured; none where that must be done anew.
    measured: Rc<RefCell<Option<CanvasSurface>>>,
}

impl Surface {
    /// Lays a canvas over the drawing in `holder`, which is `is-live` while the canvas shows it. A drawing that fails gives way to
    /// the table.
    ///
    /// # Errors
    /// Where the browser denies a canvas.
    pub(crate) fn over(holder: &Element, paint: Box<Paint<'static>>, drawn: Drawn) -> Result<Self, Missing> {
        let canvas: HtmlCanvasElement =
            dom::document()?.create_element("canvas").ok().and_then(|c| c.dyn_into().ok()).ok_or(Missing("canvas"))?;
        canvas.get_context("2d").ok().flatten().ok_or(Missing("canvas"))?;
        let _ = canvas.set_attribute("aria-hidden", "true");
        holder.append_child(&canvas).map_err(|_| Missing("plot"))?;
        let (pending, measured) = (Rc::new(Cell::new(false)), Rc::<RefCell<Option<CanvasSurface>>>::default());
        let draw = {
            let (holder, canvas, measured) = (holder.clone(), canvas.clone(), measured.clone());
            move || {
                let known = measured.take();
                let is_first = known.is_none();
                let surface = known.map_or_else(|| CanvasSurface::of(&canvas), |known| Ok(Some(known)));
                let Ok(surface) = surface else { return give_way(&holder) };
                if is_first {
                    let _ = holder.class_list().toggle_with_force("is-live", surface.is_some());
                }
                let Some(mut surface) = surface else { return };
                if surface.draw(&paint).is_err() {
                    return give_way(&holder);
                }
                let (size, scale) = (surface.drawn(), surface.scale);
                measured.replace(Some(surface));
                drawn(size, scale);
            }
        };
        // Made once: a function for each frame would be one more for the browser to collect.
        let (guarded, waiting, shown) = (dom::callback(Box::new(draw)), pending.clone(), holder.clone());
        let frame = dom::callback(Box::new(move || {
            waiting.set(false);
            if !dom::survives(&guarded) {
                give_way(&shown);
            }
        }));
        let next = frame.clone();
        let asked = dom::callback(Box::new(move || drop(ask(&next))));
        let later = dom::callback(Box::new(move || drop(dom::window().map(|w| w.set_timeout_with_callback(&asked)))));
        let surface = Self { frame, later, pending, measured };
        let (again, watched) = (surface.clone(), canvas.clone());
        // The observer also reports the size that it finds at first, with which the drawing has been done.
        let resized = move || {
            let size = (f64::from(watched.client_width()), f64::from(watched.client_height()));
            if again.measured.borrow().as_ref().is_none_or(|measured| measured.size != size) {
                again.redraw_measured();
            }
        };
        dom::on_size(holder, &dom::callback(Box::new(resized)));
        // A printer does not wait for frames.
        let (window, now) = (dom::window()?, surface.clone());
        dom::on(&window, "beforeprint", Box::new(move |_| now.draw_at_once()));
        let again = surface.clone();
        dom::on(&window, "afterprint", Box::new(move |_| again.redraw_measured()));
        let again = surface.clone();
        // A context that was lost comes back empty.
        let _ = canvas.add_event_listener_with_callback("contextrestored", &dom::callback(Box::new(move || again.redraw_measured())));
        Ok(surface)
    }

    /// Draws now, with size and colours measured anew.
    fn draw_at_once(&self) {
        self.measured.take();
        // It reports nothing: a drawing that fails gives way by itself.
        let _ = self.frame.call0(&JsValue::NULL);
    }

    /// Draws in the next frame, however often it is asked before.
    pub(crate) fn redraw(&self) {
        self.once(&self.frame);
    }

    /// Draws in the next frame, with size and colours measured anew.
    pub(crate) fn redraw_measured(&self) {
        self.measured.take();
        self.redraw();
    }

    /// Draws in the frame after the next, which it leaves to what matters more.
    pub(crate) fn redraw_later(&self) {
        self.once(&self.later);
    }

    fn once(&self, frame: &Function) {
        if !self.pending.replace(true) && ask(frame).is_err() {
            self.pending.set(false);
        }
    }
}

/// Takes a drawing that failed out of the page, with its marks, for it no longer shows what the sentence says; the figure's
/// table, which still does, is unfolded.
fn give_way(holder: &Element) {
    let figure = holder.closest("figure").ok().flatten();
    if let Some(fold) = figure.and_then(|figure| figure.query_selector(".fig-more").ok().flatten()) {
        let _ = fold.set_attribute("open", "");
    }
    holder.remove();
}

/// Asks for a frame that calls `function`.
fn ask(function: &Function) -> Result<i32, Missing> {
    dom::window()?.request_animation_frame(function).map_err(|_| Missing("requestAnimationFrame"))
}
