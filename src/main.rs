//! The browser's entry: brings the figures of the built page alive.
//!
//! The page's program knows every figure. Where `FIGURE` names one when this is compiled, the program knows only that
//! one, for its embed: it brings the figure alive or, where `PICTURES` is set too, saves pictures of it. `cargo xtask build`
//! makes them for each.

use csto_explainer::{
    figures::{figure::Figure, registry},
    live::{pictures, start},
};

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

fn main() {
    let pictures_alone = option_env!("PICTURES").is_some();
    if !pictures_alone {
        start::start(|id| known(id).map(|figure| figure.start), ONLY.is_some());
    }
    if pictures_alone || ONLY.is_none() {
        pictures::listen(|id| known(id)?.picture);
    }
}
