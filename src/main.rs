//! The browser's entry: mounts the app into the prerendered page.
//!
//! This file is compiled into several programs, each with what its documents need. Environment variables say which, and
//! `cargo xtask build` sets them:
//!
//! | variables | for | figures | stages | tables can be sorted | saves pictures |
//! | --- | --- | --- | --- | --- | --- |
//! | `ARTICLE=1` | the article | those that it shows | yes | yes | no |
//! | `REFERENCE=1` | the figures' own pages | all | no | yes | no |
//! | `FIGURE=<id>` | the figure's embed | one | no | no | no |
//! | `FIGURE=<id> PICTURES=1` | all of these, when a picture of the figure is asked for | none | no | no | of one figure |
//! | none | the single file; all documents while Trunk serves | all | yes | yes | yes |

use csto_explainer::{
    app::{self, App, start::Mount},
    figures::{figure::Figure, pictures, registry, stages, tables},
};
use leptos::{mount::mount_to_body, prelude::*};
use web_sys::Element;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

const OF_ARTICLE: bool = option_env!("ARTICLE").is_some();
const OF_REFERENCE: bool = option_env!("REFERENCE").is_some();
const OF_PICTURES: bool = option_env!("PICTURES").is_some();

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
    if OF_ARTICLE { registry::in_article(id) } else { known(id).map(|figure| (figure.id, figure.mount)) }
}

/// A stage stands in the article alone, so the programs of other documents know none.
fn mounted_stage(id: &str) -> Option<(&'static str, Mount)> {
    if ONLY.is_some() || OF_REFERENCE { None } else { stages::find(id) }
}

/// Embeds have no tables that can be sorted.
fn mounted_tables(root: &Element, figure: app::figure::Figure) {
    if ONLY.is_none() {
        tables::sort(root, figure);
    }
}

fn main() {
    if !OF_PICTURES {
        mount_to_body(|| view! { <App find=mounted find_stage=mounted_stage after=mounted_tables alone=ONLY.is_some()/> });
    }
    let is_whole = ONLY.is_none() && !OF_ARTICLE && !OF_REFERENCE;
    if OF_PICTURES || is_whole {
        pictures::listen(|id| known(id)?.picture);
    }
}
