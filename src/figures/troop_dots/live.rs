//! The living figure: steps by buttons and radio buttons, and the way of the dots from one to the next.
//!
//! A step is shown at once where motion is unwelcome; else frames are asked for until the dots rest, and not after.

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::{
    ID,
    data::{DotData, Group},
    dots::{self, Scene},
    payload,
    state::{KEYS, Step},
};
use crate::live::{
    address::{self, Step as Entry},
    announce::Announcer,
    dom::{self, Missing, part},
    plot::Plot,
    start::come_alive,
    steer,
    tones::{self, Tone},
};

/// How long the dots are on their way, in milliseconds.
const DURATION: f64 = 700.0;

/// What the living figure shares among its handlers.
struct Figure {
    root: Element,
    data: DotData,
    step: Cell<Step>,
    /// Where the dots come from, and when they left; `None` at rest.
    leaving: Cell<Option<(Step, f64)>>,
    plot: OnceCell<Plot>,
    announcer: Announcer,
    motion: HtmlInputElement,
    previous: HtmlElement,
    next: HtmlElement,
    /// Of each step, in their order.
    radios: Vec<HtmlInputElement>,
    items: Vec<Element>,
}

/// Attaches to the built figure.
///
/// # Errors
/// The part that is missing; then nothing has been changed that a reader sees.
pub fn start(root: &Element) -> Result<(), Missing> {
    let steps: Element = part(root, "steps")?;
    let (step, sound) = Step::parse(&address::query());
    let figure = Rc::new(Figure {
        root: root.clone(),
        data: payload::read(root)?,
        step: Cell::new(step),
        leaving: Cell::new(None),
        plot: OnceCell::new(),
        announcer: Announcer::new(part(root, "announce")?),
        motion: part(root, "motion")?,
        previous: part(root, "previous")?,
        next: part(root, "next")?,
        radios: dom::all(&steps, "input[type=radio]"),
        items: dom::all(&steps, "li"),
    });
    if figure.radios.len() != Step::ALL.len() || figure.items.len() != Step::ALL.len() {
        return Err(Missing("steps"));
    }
    let note: HtmlElement = part(root, "address-note")?;
    note.set_hidden(sound);
    let reduced = dom::window()?.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    figure.motion.set_checked(!reduced.is_some_and(|m| m.matches()));
    let [draws, marked, played] = [(); 3].map(|()| figure.clone());
    // Before the first drawing, for it may find a part missing.
    tones::offer(root, move || heard(played.data.groups(played.step.get())))?;
    let plot = Plot::with_marks(
        root,
        "dots",
        Box::new(move |painter, size| dots::draw(painter, size, &draws.data, draws.scene())),
        Box::new(move |size| {
            if marked.leaving.get().is_some() {
                marked.redraw();
            }
            let ratio = dom::window().map_or(1.0, |w| w.device_pixel_ratio()).clamp(1.0, 4.0);
            dots::marks(size, ratio, &marked.data, marked.step.get())
        }),
    )?;
    let _ = figure.plot.set(plot);
    // Last, for it listens to the whole page: its links must not lead into a figure that stays as built.
    figure.listen(&steps)?;
    figure.write();
    come_alive(root, ID)
}

/// The text of a step, as the page has it in the list's `items`.
pub(super) fn text_of(step: Step, items: &[Element]) -> String {
    items.get(step.index()).and_then(|item| item.last_element_child()?.text_content()).unwrap_or_default()
}

/// The groups of a step, the largest at the end of the scale.
fn heard(groups: &[Group]) -> Vec<Tone> {
    let most = f64::from(groups.iter().map(|group| group.dots).max().unwrap_or(0).max(1));
    let drawn = groups.iter().filter(|group| group.dots > 0);
    drawn.map(|group| Tone { share: Some(f64::from(group.dots) / most), words: group.words() }).collect()
}

fn now() -> f64 {
    dom::window().ok().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

impl Figure {
    fn redraw(&self) {
        if let Some(plot) = self.plot.get() {
            plot.redraw();
        }
    }

    /// What to draw in this frame; the last frame of a way is that of the rest.
    fn scene(&self) -> Scene {
        let to = self.step.get();
        let Some((from, began)) = self.leaving.get() else { return Scene::at(to) };
        let part = ((now() - began) / DURATION).max(0.0);
        if part >= 1.0 {
            self.leaving.set(None);
            return Scene::at(to);
        }
        // Slow at both ends.
        Scene { from, to, progress: part * part * (3.0 - 2.0 * part) }
    }

    /// Shows a step; one that is shown already stays untouched.
    fn show(&self, step: Step) {
        let old = self.step.replace(step);
        if old == step {
            return;
        }
        self.leaving.set(self.motion.checked().then(|| (old, now())));
        self.write();
        self.announcer.say(text_of(step, &self.items));
    }

    /// Takes the step that the reader chose.
    fn choose(&self, step: Step) {
        // From now on the reader steps, and needs the text of one step beside the buttons.
        let _ = self.root.class_list().add_1("is-stepping");
        if step != self.step.get() {
            address::write(&step.to_query(), &KEYS, Entry::Push);
        }
        self.show(step);
    }

    /// Writes the step into the controls and asks for a frame.
    fn write(&self) {
        address::tell(&self.root, &self.step.get().to_query());
        let chosen = self.step.get().index();
        for (i, (radio, item)) in self.radios.iter().zip(&self.items).enumerate() {
            radio.set_checked(i == chosen);
            let _ = item.class_list().toggle_with_force("now", i == chosen);
        }
        for (button, is_end) in [(&self.previous, chosen == 0), (&self.next, chosen + 1 == Step::ALL.len())] {
            let _ = button.toggle_attribute_with_force("disabled", is_end);
        }
        self.redraw();
    }

    fn listen(self: &Rc<Self>, steps: &Element) -> Result<(), Missing> {
        let this = self.clone();
        let changed = move |event: Event| {
            let radio = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            if let Some(step) = radio.and_then(|r| Step::from_id(&r.value())) {
                this.choose(step);
            }
        };
        dom::on(steps, "change", Box::new(changed));
        for (button, forward) in [(&self.previous, false), (&self.next, true)] {
            let this = self.clone();
            let pressed = move |_| {
                let index = this.step.get().index();
                let wished = if forward { index + 1 } else { index.wrapping_sub(1) };
                if let Some(step) = Step::ALL.get(wished) {
                    this.choose(*step);
                    this.keep_focus();
                }
            };
            dom::on(button, "click", Box::new(pressed));
        }
        let this = self.clone();
        dom::on(dom::window()?.as_ref(), "popstate", Box::new(move |_| this.show(Step::parse(&address::query()).0)));
        let this = self.clone();
        steer::links_to(ID, move |query| this.choose(Step::parse(query).0))
    }

    /// A button that the last step disabled would drop the focus.
    fn keep_focus(&self) {
        for (button, other) in [(&self.previous, &self.next), (&self.next, &self.previous)] {
            if button.has_attribute("disabled") {
                let _ = other.focus();
            }
        }
    }
}
