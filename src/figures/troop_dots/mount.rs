//! Mounts the figure in the browser: steps, and the way of the dots from one to the next.
//!
//! A step is shown at once where motion is unwelcome; else frames are asked for until the dots rest, and not after.

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use web_sys::Element;

use super::{
    data::{DotData, Group},
    dots::{self, Scene},
    state::Step,
    steps::{StepControls, StepControlsProps, StepTexts, Steps, now},
};
use crate::{
    app::{figure::Figure, slots::Slots},
    browser::{dom::Missing, schedule, surface::Surface},
    figures::payload,
    ui::{
        announce,
        plot::{self, Drawing},
        tones::{self, Tone},
    },
};

/// How long the dots are on their way, in milliseconds.
const DURATION: f64 = 700.0;

/// What the browser gets.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    /// What is drawn.
    pub data: DotData,
    /// What is said.
    pub texts: StepTexts,
}

/// Puts the figure's components into the slots of its prerendered form.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn mount(root: &Element, figure: Figure) -> Result<(), Missing> {
    let Payload { data, texts } = payload::read(root)?;
    // They last as long as the page.
    let data: &'static DotData = Box::leak(Box::new(data));
    let (step, is_sound) = Step::parse(&figure.page.address.query());
    let steps = Steps::new(figure, texts, step);
    figure.is_refused.set(!is_sound);
    let mut slots = Slots::of(root);
    slots.put("steps", move || StepControls(StepControlsProps { steps }))?;
    announce::attach(root, figure, &mut slots)?;
    tones::attach(root, figure, &mut slots, move || tones_of(data.groups(steps.step.get_untracked())))?;
    let surface = Rc::new(OnceCell::<Surface>::new());
    let again = surface.clone();
    // Dots stand on whole pixels of the device, so marks are laid out with the ratio with which the dots were drawn.
    let ratio = Rc::new(Cell::new(1.0));
    let drawn = ratio.clone();
    let drawing = Drawing {
        part: "dots",
        paint: Box::new(move |painter, size| {
            drawn.set(painter.ratio());
            dots::draw(painter, size, data, scene(steps))
        }),
        marks: Box::new(move |size| {
            if steps.leaving().is_some() {
                again.get().iter().for_each(|surface| surface.redraw());
            }
            dots::marks(size, ratio.get(), data, steps.step.get_untracked())
        }),
    };
    let plot = plot::attach(root, figure, &mut slots, drawing)?;
    let _ = surface.set(plot.clone());
    slots.fill();
    plot.redraw();
    figure.show_state(&step.to_query());
    let stepping = root.clone();
    let changed = move |_| {
        let _ = stepping.class_list().toggle_with_force("is-stepping", steps.is_stepping.get());
        steps.step.track();
        plot.redraw();
    };
    schedule::follow(Box::new(changed));
    figure.follow(move |query| steps.turn_to(Step::parse(&query).0), move |query| steps.choose(Step::parse(&query).0));
    Ok(())
}

/// What to draw in this frame; the last frame of a way is that of the rest.
fn scene(steps: Steps) -> Scene {
    let to = steps.step.get_untracked();
    let Some((from, began)) = steps.leaving() else { return Scene::at(to) };
    let part = ((now() - began) / DURATION).max(0.0);
    if part >= 1.0 {
        steps.set_leaving(None);
        return Scene::at(to);
    }
    // Slow at both ends.
    Scene { from, to, progress: part * part * (3.0 - 2.0 * part) }
}

/// The groups of a step, the largest at the end of the scale.
fn tones_of(groups: &[Group]) -> Vec<Tone> {
    let most = f64::from(groups.iter().map(|group| group.dots).max().unwrap_or(0).max(1));
    let drawn = groups.iter().filter(|group| group.dots > 0);
    drawn.map(|group| Tone { share: Some(f64::from(group.dots) / most), words: group.words() }).collect()
}
