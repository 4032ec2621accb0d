//! The layer over a drawing that pointer and keyboard reach: one mark per datum, and a tooltip beside the chosen one.
//!
//! Marks are a roving tab stop: Tab enters, the arrow keys, Home and End move, Escape closes the tooltip. A pointer picks
//! the nearest mark; touch works by tapping, and scrolling is never caught. A second tap on the mark closes its tooltip,
//! and so does one anywhere else.

use leptos::{ev, html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, Node, PointerEvent};

use super::tooltip;
use crate::{
    browser::{dom, schedule},
    chart::mark::{Mark, nearest},
};

/// How far from a mark a pointer still picks it, in CSS pixels.
const REACH: f64 = 24.0;

/// What the reader has picked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Picked {
    /// The mark that Tab enters.
    current: usize,
    /// The mark whose tooltip is open.
    open: Option<usize>,
    /// The mark whose tooltip was open when a finger came down.
    pressed: Option<usize>,
}

/// The marks of one drawing, and what is picked of them.
#[derive(Clone, Copy)]
struct Pick {
    marks: RwSignal<Vec<Mark>>,
    picked: RwSignal<Picked>,
    layer: NodeRef<Div>,
}

/// The marks of a drawing; none in the build, which has no size to place them in.
///
/// ```ignore
/// let marks = RwSignal::new(Vec::new());
/// view! { <Marks part="bars" keys="Arrow keys move between bars".to_owned() marks/> }
/// marks.set(bars::marks(size, data, state));
/// ```
#[component]
pub(crate) fn Marks(
    /// The `data-part` of the drawing.
    part: &'static str,
    /// How keys move, in words.
    keys: String,
    /// The marks, in CSS pixels of the drawing's box.
    marks: RwSignal<Vec<Mark>>,
) -> impl IntoView {
    let pick = Pick { marks, picked: RwSignal::default(), layer: NodeRef::new() };
    schedule::follow(Box::new(move |is_first| {
        if is_first {
            pick.listen()
        }
    }));
    schedule::follow(Box::new(move |_| pick.show_tooltip()));
    // The same number of marks keeps its elements, and with them the focus.
    let spans = move || {
        let marks = marks.get();
        // There may be fewer than when one was picked; one of them must stay in the tab order.
        let current = pick.picked.with(|picked| picked.current).min(marks.len().saturating_sub(1));
        let span = |(index, mark): (usize, Mark)| {
            view! {
                <span
                    role="img"
                    aria-label=mark.label
                    tabindex=if index == current { "0" } else { "-1" }
                    style:left=tooltip::px(mark.x)
                    style:top=tooltip::px(mark.y)
                    style:width=tooltip::px(mark.width)
                    style:height=tooltip::px(mark.height)
                ></span>
            }
        };
        marks.into_iter().enumerate().map(span).collect_view()
    };
    let point = move |event: &web_sys::MouseEvent, is_click| {
        pick.point(f64::from(event.client_x()), f64::from(event.client_y()), is_click);
    };
    view! {
        <div class="layer" data-part=[part, "-layer"].concat()>
            <div
                class="marks"
                data-part=[part, "-marks"].concat()
                role="group"
                aria-label=keys
                node_ref=pick.layer
                on:keydown:capture=move |event| pick.key(&event)
                on:focusin:capture=move |event| pick.focus(event.target())
                on:pointermove:capture=move |event| point(&event, false)
                on:click:capture=move |event| point(&event, true)
                on:pointerleave:capture=move |_| pick.leave()
                on:focusout:capture=move |_| pick.leave()
            >
                {spans}
            </div>
            <p class="tip" data-part=[part, "-tip"].concat() hidden></p>
        </div>
    }
}

impl Pick {
    /// A tooltip that a pointer opened has no focus that Escape or a tap elsewhere would reach.
    fn listen(self) {
        let Ok(document) = dom::document() else { return };
        dom::on(&document, "pointerdown", Box::new(move |event| self.press(&event)));
        let escaped = move |event: ev::Event| {
            if event.dyn_ref::<ev::KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                self.open(None);
            }
        };
        dom::on(&document, "keydown", Box::new(escaped));
    }

    /// The tooltip says what the mark says, also where that changes.
    fn show_tooltip(self) {
        let open = self.picked.with(|picked| picked.open);
        let mark = self.marks.with(|marks| open.and_then(|open| marks.get(open).cloned()));
        let tooltip = self.layer.get().and_then(|layer| layer.next_element_sibling()).and_then(|tooltip| tooltip.dyn_into().ok());
        if let Some(tooltip) = tooltip {
            tooltip::show(&tooltip, mark.as_ref());
        }
    }

    fn element(self, index: usize) -> Option<HtmlElement> {
        self.layer.get_untracked()?.children().item(u32::try_from(index).ok()?)?.dyn_into().ok()
    }

    fn key(self, event: &ev::KeyboardEvent) {
        if dom::has_modifier(event) {
            return;
        }
        let last = self.marks.with_untracked(Vec::len).saturating_sub(1);
        let now = self.picked.get_untracked().current.min(last);
        let next = match &*event.key() {
            "ArrowRight" | "ArrowDown" => (now + 1).min(last),
            "ArrowLeft" | "ArrowUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        self.pick(|picked| picked.current = next);
        if let Some(new) = self.element(next) {
            let _ = new.focus();
        }
    }

    fn focus(self, target: Option<EventTarget>) {
        let target = target.and_then(|t| t.dyn_into::<Element>().ok());
        let count = self.marks.with_untracked(Vec::len);
        let index = (0..count).find(|&i| self.element(i).map(Element::from) == target);
        if target.is_some() && index.is_some() {
            self.open(index);
        }
    }

    fn point(self, x: f64, y: f64, is_click: bool) {
        let Some(layer) = self.layer.get_untracked() else { return };
        let place = layer.get_bounding_client_rect();
        let found = self.marks.with_untracked(|marks| nearest(marks, (x - place.left(), y - place.top()), REACH));
        let pressed = self.picked.get_untracked().pressed;
        let is_closed_by_tap = is_click && pressed.is_some() && pressed == found;
        if is_click {
            self.pick(|picked| picked.pressed = None);
        }
        self.open(found.filter(|_| !is_closed_by_tap));
    }

    /// Opens the tooltip of a mark, or closes it.
    fn open(self, index: Option<usize>) {
        self.pick(|picked| picked.open = index);
    }

    /// Changes what is picked; nothing follows where it stays the same.
    fn pick(self, change: impl FnOnce(&mut Picked)) {
        let mut picked = self.picked.get_untracked();
        change(&mut picked);
        if self.picked.get_untracked() != picked {
            self.picked.set(picked);
        }
    }

    /// Where the pointer or the focus has left: the tooltip of the mark that has the focus stays.
    fn leave(self) {
        let focused = dom::document().ok().and_then(|document| document.active_element());
        let Picked { current, open, .. } = self.picked.get_untracked();
        let stays = open.is_some() && focused.is_some() && self.element(current).map(Element::from) == focused;
        self.open(stays.then_some(current));
    }

    /// A press anywhere in the page: beside the marks it closes the tooltip.
    fn press(self, event: &ev::Event) {
        let open = self.picked.get_untracked().open;
        let is_touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() != "mouse");
        self.pick(|picked| picked.pressed = open.filter(|_| is_touch));
        let target = event.target().and_then(|t| t.dyn_into::<Node>().ok());
        if open.is_some() && !self.layer.get_untracked().is_some_and(|layer| layer.contains(target.as_ref())) {
            self.open(None);
        }
    }
}
