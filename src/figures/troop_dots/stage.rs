//! The stage of the scene "who came" in the browser: where the walk goes from one step with dots to another, they move.
//!
//! The canvas lies over the drawing of the still that the walk shows, with that drawing's size and geometry, and goes with
//! the walk from still to still. So the page is whole without it, and where a drawing fails, the still shows again.

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use super::{
    data::DotData,
    dots::{self, Scene},
    layout,
    state::Step,
    steps::now,
    way::Way,
};
use crate::{
    app::figure::Figure,
    browser::{
        dom::{self, Missing},
        schedule,
        surface::Surface,
    },
    chart::painter::{Drawn, Painter},
    figures::payload,
    ui::plot,
};

/// The id of the scene.
pub const SCENE: &str = "who-came";

/// The attribute with the number of the active step.
const STEP: &str = "data-step";

/// On the canvas' holder while the canvas shows the active step in the place of the still.
const SHOWN: &str = "is-shown";

/// So much finer than pixels of the drawing is the grid on which dots move.
const GRID: f64 = 8.0;

/// What the browser gets.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    /// What is drawn; without the groups of steps that the scene does not show.
    pub data: DotData,
    /// For each step of the scene the id of the dots' step that it shows; empty where it shows another drawing.
    pub steps: Vec<String>,
    /// The widths of the stills' drawings, narrow and wide.
    pub widths: [u32; 2],
}

/// Lets the dots of the scene's stage move.
///
/// # Errors
/// The part that is missing; then nothing has been changed.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { data, steps, widths } = payload::read(root)?;
    // They last as long as the page.
    let data: &'static DotData = Box::leak(Box::new(data));
    let walk = root.closest(".walk").ok().flatten().ok_or(Missing("walk"))?;
    let drawings = dom::all(&walk, ".picture > .drawing");
    if drawings.len() != steps.len() {
        return Err(Missing("still for each step"));
    }
    let stills: Vec<_> = steps.iter().zip(drawings).map(|(id, drawing)| Step::from_id(id).map(|step| (step, drawing))).collect();
    let holder = dom::document()?.create_element("div").map_err(|_| Missing("holder"))?;
    holder.set_class_name("moving");
    let way = Rc::new(Cell::new(None::<Way>));
    let (canvas, surface) = (Rc::new(OnceCell::<CanvasRenderingContext2d>::new()), Rc::new(OnceCell::<Surface>::new()));
    let paint = {
        let (way, canvas, holder) = (way.clone(), canvas.clone(), holder.clone());
        move |painter: &mut Painter<'_>, size: (f64, f64)| {
            let (Some(context), Some(shown)) = (canvas.get(), way.get()) else { return Ok(()) };
            let now = now();
            way.set(Some(shown.rested(now)));
            let width = widths[usize::from(shows_wide(&holder))];
            paint(painter, context, size, data, shown.scene(now), f64::from(width))
        }
    };
    let drawn = {
        let (way, surface, holder) = (way.clone(), surface.clone(), holder.clone());
        move |_, _| {
            let Some(shown) = way.get() else { return };
            let _ = holder.class_list().add_1(SHOWN);
            if shown.is_moving() {
                surface.get().iter().for_each(|surface| surface.redraw());
            }
        }
    };
    let plot = Surface::over(&holder, Box::new(paint), Box::new(drawn))?;
    let element = holder.first_element_child().and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
    let context = element.and_then(|canvas| canvas.get_context("2d").ok().flatten()?.dyn_into().ok()).ok_or(Missing("canvas"))?;
    let (_, _) = (canvas.set(context), surface.set(plot.clone()));
    let active = RwSignal::new(String::new());
    let read = {
        let walk = walk.clone();
        move || active.set(walk.get_attribute(STEP).unwrap_or_default())
    };
    read();
    dom::on_attribute(&walk, STEP, &dom::callback(Box::new(read)))?;
    let again = plot.clone();
    plot::when_appearance_changes(figure, Box::new(move || again.redraw_measured()));
    let placed = Cell::new(false);
    let turn = move |_| {
        let number = active.with(|number| number.parse::<usize>()).unwrap_or_default();
        let still = stills.get(number.wrapping_sub(1)).and_then(Option::as_ref);
        // A drawing that failed has been taken out, and stays out.
        if placed.get() && holder.parent_element().is_none() {
            return;
        }
        let next = still.map(|(step, _)| match way.get() {
            Some(shown) if shown.to == *step => shown,
            Some(shown) if !figure.page.reduced_motion.get_untracked() => shown.turned(*step, now()),
            _ => Way::at(*step),
        });
        way.set(next);
        if !next.is_some_and(Way::is_moving) {
            // Until it is drawn, the still shows.
            let _ = holder.class_list().remove_1(SHOWN);
        }
        if let Some((_, drawing)) = still {
            placed.set(drawing.prepend_with_node_1(&holder).is_ok());
            plot.redraw_measured();
        }
    };
    schedule::follow(Box::new(turn));
    Ok(())
}

/// Whether the still around the `holder` shows its wide drawing.
fn shows_wide(holder: &Element) -> bool {
    let wide = holder.parent_element().and_then(|still| still.query_selector(".wide").ok().flatten());
    wide.is_some_and(|wide| wide.get_bounding_client_rect().width() > 0.0)
}

/// Draws `scene` as the browser shows built drawings of that `width` on a stage: as large as fits, from the upper left corner,
/// and on the way between two of them.
fn paint(
    painter: &mut Painter<'_>,
    context: &CanvasRenderingContext2d,
    size: (f64, f64),
    data: &DotData,
    scene: Scene,
    width: f64,
) -> Drawn {
    let ratio = painter.ratio();
    let scale_of = |step| (size.0 / width).min(size.1 / f64::from(layout::height_of(data, step, width))) * ratio;
    let (from, to) = (scale_of(scene.from), scale_of(scene.to));
    let scale = from + (to - from) * scene.progress;
    painter.draw_as_built(GRID);
    // Neither fails: both take six numbers.
    let _ = context.set_transform(scale / GRID, 0.0, 0.0, scale / GRID, 0.0, 0.0);
    let drawn = dots::draw(painter, (width, 0.0), data, scene);
    let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    drawn
}
