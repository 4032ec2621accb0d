//! The browser's entry: mounts the app into the prerendered page.
//!
//! The page's app knows every figure. Where `FIGURE` names one when this is compiled, the app knows only that one, for its
//! embed; where `PICTURES` is set too, the program saves pictures of that figure and has no app. Where `WITHOUT_PICTURES` is
//! set, it knows every figure and leaves pictures to those programs. `cargo xtask build` compiles all of them.

use csto_explainer::{
    app::{self, App, start::Mount},
    figures::{figure::Figure, pictures, registry, stages, tables},
};
use leptos::{mount::mount_to_body, prelude::*};
use web_sys::Element;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A copy of its own, or the program would carry the whole list.
const ONLY: Option<Figure> = match option_env!("FIGURE") {
    None => None,
    Some(id) => match registry::find(id) {
        Some(figure) => Some(*figure),
        None => panic!("FIGURE names no figure of the registry"),
    },
};

/// The figure `id`, if this program knows it. Read at once for one field, so that the others are left out of the program.
fn known(id: &str) -> Option<&'static Figure> {
    match &ONLY {
        Some(figure) => (figure.id == id).then_some(figure),
        None => registry::find(id),
    }
}

fn mounted(id: &str) -> Option<(&'static str, Mount)> {
    known(id).map(|figure| (figure.id, figure.mount))
}

/// A stage stands on the page alone, so other programs know none.
fn mounted_stage(id: &str) -> Option<(&'static str, Mount)> {
    if ONLY.is_none() { stages::find(id) } else { None }
}

/// The figures' own pages have the page's program, so embeds need not be able to sort.
fn mounted_tables(root: &Element, figure: app::figure::Figure) {
    if ONLY.is_none() {
        tables::sort(root, figure);
    }
}

fn main() {
    let pictures_alone = option_env!("PICTURES").is_some();
    if !pictures_alone {
        mount_to_body(|| view! { <App find=mounted find_stage=mounted_stage after=mounted_tables alone=ONLY.is_some()/> });
    }
    if pictures_alone || (ONLY.is_none() && option_env!("WITHOUT_PICTURES").is_none()) {
        pictures::listen(|id| known(id)?.picture);
    }
}
