//! The browser's entry: brings the figures of the built page alive.
//!
//! The page's program knows every figure. Where `FIGURE` names one when this is compiled, the program knows only that
//! one, for its embed; `cargo xtask build` makes one for each.

use csto_explainer::{
    figures::registry::{self, Figure},
    live::start::start,
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

fn main() {
    match &ONLY {
        Some(figure) => start(std::slice::from_ref(figure)),
        None => start(registry::ALL),
    }
}
