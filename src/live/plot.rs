//! A living drawing: a canvas over the built SVG, in the same box, redrawn at most once a frame.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};

use super::{
    dom::{self, Missing},
    marks::Marks,
};
use crate::chart::{canvas::CanvasSurface, mark::Mark, picture::Paint};

/// Redraws when asked, when its box changes and when the colours change.
#[derive(Clone)]
pub struct Plot {
    frame: Function,
    later: Function,
    pending: Rc<Cell<bool>>,
    /// As last measured; none where that must be done anew.
    surface: Rc<RefCell<Option<CanvasSurface>>>,
}

impl Plot {
    /// Brings the drawing in the part `name` alive: a canvas with `paint`, and over it the `marks` for the drawn size.
    ///
    /// # Errors
    /// What is missing of the page.
    pub fn with_marks(
        root: &Element,
        name: &'static str,
        paint: Box<Paint<'static>>,
        marks: Box<dyn Fn((f64, f64)) -> Vec<Mark>>,
    ) -> Result<Self, Missing> {
        let holder: Element = dom::part(root, name)?;
        let layer = Marks::inside(&holder)?;
        // A layer that cannot be filled leaves the drawing readable; the table has every value.
        let fill = {
            let layer = layer.clone();
            Rc::new(move |size, scale| drop(layer.set(marks(size).into_iter().map(|mark| mark.scaled(scale)).collect())))
        };
        // So many new elements would hold up the frame that shows the first drawing.
        let after = Box::new(move |size, scale| {
            if layer.is_empty() {
                let fill = fill.clone();
                drop(ask(&dom::callback(Box::new(move || fill(size, scale)))));
            } else {
                fill(size, scale);
            }
        });
        Self::over(&holder, paint, after)
    }

    /// Lays a canvas over the drawing in `holder`; `after` runs after each drawing that was done, with its size in its own
    /// pixels and its scale.
    ///
    /// The built drawing stays visible until the first success, and for good where the figure ends before it or nothing
    /// can be drawn.
    ///
    /// # Errors
    /// What is missing of the page, or a canvas where the browser denies it.
    fn over(holder: &Element, paint: Box<Paint<'static>>, after: Box<dyn Fn((f64, f64), f64)>) -> Result<Self, Missing> {
        let canvas: HtmlCanvasElement =
            dom::document()?.create_element("canvas").ok().and_then(|c| c.dyn_into().ok()).ok_or(Missing("canvas"))?;
        canvas.get_context("2d").ok().flatten().ok_or(Missing("canvas"))?;
        let _ = canvas.set_attribute("aria-hidden", "true");
        holder.append_child(&canvas).map_err(|_| Missing("plot"))?;
        let (pending, surface) = (Rc::new(Cell::new(false)), Rc::<RefCell<Option<CanvasSurface>>>::default());
        let size_of = |canvas: &HtmlCanvasElement| (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        let draw = {
            let (holder, canvas, pending, surface) = (holder.clone(), canvas.clone(), pending.clone(), surface.clone());
            move || {
                pending.set(false);
                let known = surface.take();
                let is_anew = known.is_none();
                let made =
                    known.map_or_else(|| CanvasSurface::of(&canvas), Ok).and_then(|mut surface| surface.draw(&paint).map(|()| surface));
                if is_anew || made.is_err() {
                    let _ = holder.class_list().toggle_with_force("is-live", made.is_ok());
                }
                let Ok(made) = made else { return };
                let (size, scale) = (made.drawn(), made.scale);
                surface.replace(Some(made));
                after(size, scale);
            }
        };
        // Made once: a function for each frame would be one more for the browser to collect.
        let frame = dom::callback(Box::new(draw));
        let next = frame.clone();
        let asked = dom::callback(Box::new(move || drop(ask(&next))));
        let later = dom::callback(Box::new(move || drop(dom::window().map(|w| w.set_timeout_with_callback(&asked)))));
        let plot = Self { frame, later, pending, surface };
        let (again, watched) = (plot.clone(), canvas.clone());
        // It also tells the size that it finds at first, with which the drawing has been done.
        let measured = move || {
            if again.surface.borrow().as_ref().is_none_or(|surface| surface.size != size_of(&watched)) {
                again.redraw_anew();
            }
        };
        dom::on_size(holder, &dom::callback(Box::new(measured)));
        let window = dom::window()?;
        let again = plot.clone();
        let resized = dom::callback(Box::new(move || again.redraw_anew()));
        // A context that was lost comes back empty.
        let _ = canvas.add_event_listener_with_callback("contextrestored", &resized);
        // Zoom and another screen change the pixel ratio; browsers report both as a resize.
        let _ = window.add_event_listener_with_callback("resize", &resized);
        for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
            if let Ok(Some(media)) = window.match_media(query) {
                let _ = media.add_event_listener_with_callback("change", &resized);
            }
        }
        Ok(plot)
    }

    /// Draws in the next frame, however often it is asked before.
    pub fn redraw(&self) {
        self.once(&self.frame);
    }

    /// Draws in the next frame, measured anew.
    fn redraw_anew(&self) {
        self.surface.take();
        self.redraw();
    }

    /// Draws in a frame after the next, which it leaves to what matters more, and lets what waits by then, such as
    /// another key, go first.
    pub fn redraw_later(&self) {
        self.once(&self.later);
    }

    fn once(&self, frame: &Function) {
        if !self.pending.replace(true) && ask(frame).is_err() {
            self.pending.set(false);
        }
    }
}

/// Asks for a frame that calls `function`.
fn ask(function: &Function) -> Result<i32, Missing> {
    dom::window()?.request_animation_frame(function).map_err(|_| Missing("requestAnimationFrame"))
}
