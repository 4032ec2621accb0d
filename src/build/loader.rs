//! The inline scripts of a document: start the figures, mark the chapter being read, reload while Trunk serves.

use std::collections::BTreeMap;

use super::{assets::Assets, code::Program, fonts::Fonts, script::Script, share_script};
use crate::{content::Content, walk};

const FOLDER_ADDRESS: &str = include_str!("folder-address.js");
const START: &str = include_str!("start.js");
const START_AT_ONCE: &str = include_str!("start-at-once.js");
const FORWARD: &str = include_str!("forward.js");
const CONTENTS: &str = include_str!("contents.js");
const OFFLINE: &str = "addEventListener(\"load\", () => import(\"OFFLINE\").catch(console.warn));";
const PICTURES: &str = include_str!("pictures-when-asked.js");
const SHARE: &str = include_str!("share-when-asked.js");
const RELOAD: &str = include_str!("reload.js");
const BUILDER: &str = include_str!("builder.js");
const LEDGER_ORDER: &str = include_str!("ledger-order.js");
const THEME: &str = include_str!("theme-in-frame.js");
const SPOILT_QUERY: &str = include_str!("spoilt-query.js");
const STATE_IN_HEAD: &str = include_str!("state-in-head.js");
const PRINTED: &str = include_str!("printed.js");
const FRAGMENTS_IN_PLACE: &str = include_str!("fragments-in-place.js");
const LINKS_IN_FRAME: &str = include_str!("links-in-frame.js");
const HEIGHT: &str = include_str!("height-in-frame.js");
const NOTE_SIDE: &str = include_str!("note-side.js");

/// The scripts of the page; `to_root` leads from its folder to the site's root, such as `./`, where the file `data`
/// holds what the figures read, `places` says where older addresses lead, and `offline` is the script that sets the worker up. A page that is served with live
/// reload gets no worker, which would keep what changes each minute.
pub(crate) fn page(content: &Content, assets: &Assets, to_root: &str, data: &str, places: &Places<'_>, offline: &str) -> Vec<Script> {
    let program = assets.program.as_ref();
    let start = program.map(|program| addressed(&START.replace("DATA", &[to_root, data].concat()), program, to_root)).unwrap_or_default();
    let offline = if assets.live_reload { String::new() } else { OFFLINE.replace("OFFLINE", &[to_root, offline].concat()) };
    let shown = assets.pictures.keys().filter(|id| !places.figures.contains(&id.as_str()));
    let pictures: String = shown.filter_map(|id| pictures(assets, id, to_root)).collect();
    // In one element, because the policy needs a hash for each. What loads something comes first.
    let at_once = [start, first(), pictures, share_source(content, to_root), walk::script::source(), forward(places, to_root)].concat();
    [Script::at_once(&at_once), Script::module(&[CONTENTS, &offline].concat())].into_iter().chain(reload(assets)).collect()
}

/// Mends the address of a document that a host shows at its folder's address without the slash; it stands before whatever
/// asks for a file.
pub(crate) fn folder_address() -> Script {
    Script::at_once(FOLDER_ADDRESS)
}

/// What every document with figures has: it reads a spoilt address before anything else does, keeps true what the head says of the
/// address, places notes, and prepares for paper.
fn first() -> String {
    [SPOILT_QUERY, STATE_IN_HEAD, NOTE_SIDE, PRINTED].concat()
}

/// Where addresses of older editions lead.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places<'a> {
    /// The fragment of the step that shows a figure's state, by the figure's id with the query of that state.
    pub steps: BTreeMap<String, String>,
    /// The ids of the figures that the page does not show.
    pub figures: Vec<&'a str>,
}

/// The source of the script that leads them there.
fn forward(places: &Places<'_>, to_root: &str) -> String {
    let json = |value: Result<String, serde_json::Error>| value.unwrap_or_default();
    FORWARD
        .replace("ROOT", to_root)
        .replace("STEPS", &json(serde_json::to_string(&places.steps)))
        .replace("FIGURES", &json(serde_json::to_string(&places.figures)))
}

/// The scripts of the page that needs no other file: the walk, and the chapter being read.
pub(crate) fn alone() -> Vec<Script> {
    vec![Script::at_once(&[SPOILT_QUERY, NOTE_SIDE, PRINTED, FRAGMENTS_IN_PLACE].concat()), walk(), Script::module(CONTENTS)]
}

/// The script of the walk, for a document that has scenes: it says which step is active.
pub fn walk() -> Script {
    Script::at_once(&walk::script::source())
}

/// The scripts of the figure `id` on a page of its own. Unless that `has_program`, it loads the one that Trunk compiled.
pub(crate) fn embed(content: &Content, assets: &Assets, fonts: &Fonts, to_root: &str, id: &str, has_program: bool) -> Vec<Script> {
    let start = with_program(START_AT_ONCE, assets.program.as_ref().filter(|_| !has_program), to_root);
    let first = [Script::at_once(&first())].into_iter().chain(start).chain(own_pictures(assets, id, to_root));
    first.chain([share(content, to_root), fonts.script(to_root)]).chain(reload(assets)).collect()
}

/// The scripts of a page of the record that shows the figure `id`: it loads the program of these pages.
pub(crate) fn reference(content: &Content, assets: &Assets, to_root: &str, id: &str) -> Vec<Script> {
    let first = [Script::at_once(&first())].into_iter().chain(with_program(START_AT_ONCE, assets.of_reference(), to_root));
    first.chain(own_pictures(assets, id, to_root)).chain([share(content, to_root)]).chain(reload(assets)).collect()
}

/// The scripts of the ledger's own page.
pub(crate) fn ledger() -> Vec<Script> {
    vec![Script::at_once(NOTE_SIDE), Script::module(LEDGER_ORDER)]
}

/// The script of the publishers' page.
pub(crate) fn builder() -> Script {
    Script::module(&[SPOILT_QUERY, BUILDER].concat())
}

/// Gives an embed its colours, whether its figure is interactive or not; it stands between the styles and what they colour.
pub(crate) fn theme() -> Script {
    Script::at_once(THEME)
}

/// What an embed does inside another page, whether its figure is interactive or not; it stands after all that is shown.
pub(crate) fn in_frame() -> Script {
    Script::at_once(&[HEIGHT, LINKS_IN_FRAME].concat())
}

/// The script of a document that shows the figure `id` alone and loads what saves its pictures, where that is a program of its own.
fn own_pictures(assets: &Assets, id: &str, to_root: &str) -> Option<Script> {
    pictures(assets, id, to_root).map(|source| Script::at_once(&source))
}

/// The source of the script that loads what saves pictures of the figure `id`, where that is a program of its own.
fn pictures(assets: &Assets, id: &str, to_root: &str) -> Option<String> {
    assets.pictures.get(id).map(|program| addressed(&PICTURES.replace("FIGURE", id), program, to_root))
}

/// The script `source` with the addresses of the `program` that it loads; nothing without one.
fn with_program(source: &str, program: Option<&Program>, to_root: &str) -> Option<Script> {
    program.map(|program| Script::at_once(&addressed(source, program, to_root)))
}

/// The script `source` with the addresses of the `program` that it loads.
fn addressed(source: &str, program: &Program, to_root: &str) -> String {
    let address = |file: &str| [to_root, file].concat();
    source.replace("SCRIPT", &address(&program.script)).replace("WASM", &address(&program.wasm))
}

fn share(content: &Content, to_root: &str) -> Script {
    Script::at_once(&share_source(content, to_root))
}

fn share_source(content: &Content, to_root: &str) -> String {
    let failed = content.label_with("share_failed", &[("script", share_script::PATH)]);
    let address = [to_root, share_script::PATH].concat();
    SHARE.replace("SHARE", &address).replace("FAILED", &serde_json::json!(failed).to_string())
}

fn reload(assets: &Assets) -> Option<Script> {
    assets.live_reload.then(|| Script::module(RELOAD))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(scripts: &[Script]) -> String {
        scripts.iter().map(Script::html).collect()
    }

    fn assets() -> Assets {
        Assets { program: Some(Program { script: "a-1.js".into(), wasm: "a-1_bg.wasm".into() }), ..Assets::default() }
    }

    #[test]
    fn the_program_is_addressed_from_the_documents_folder() {
        let script = html(&embed(&Content::default(), &assets(), &Fonts::default(), "../../", "x", false));
        assert!(script.contains("import(\"../../a-1.js\")") && script.contains("\"../../a-1_bg.wasm\""), "{script}");
        assert!(!script.contains("//") && !script.contains("SCRIPT"), "{script}");
    }

    #[test]
    fn an_embed_with_a_program_of_its_own_loads_no_other() {
        assert!(!html(&embed(&Content::default(), &assets(), &Fonts::default(), "./", "x", true)).contains("a-1.js"));
    }

    #[test]
    fn a_document_asks_for_pictures_of_its_figure_where_its_program_makes_none() {
        let pictures = Program { script: "pictures-x-3.js".into(), wasm: "pictures-x-3_bg.wasm".into() };
        let assets = Assets { pictures: [("x".to_owned(), pictures)].into(), ..assets() };
        let content = Content::default();
        let asks = |html: &str| html.contains("[data-figure=x] [data-download]") && html.contains("./pictures-x-3_bg.wasm");
        let own = |id| html(&embed(&content, &assets, &Fonts::default(), "./", id, true));
        assert!(asks(&own("x")) && !asks(&own("y")));
        let of_record = |id| html(&reference(&content, &assets, "./", id));
        assert!(asks(&of_record("x")) && !asks(&of_record("y")));
        let article = |elsewhere: Vec<&str>| {
            let places = Places { figures: elsewhere, ..Places::default() };
            html(&page(&content, &assets, "./", "d.json", &places, "o.js"))
        };
        assert!(asks(&article(vec!["y"])) && !asks(&article(vec!["x", "y"])));
    }

    #[test]
    fn without_a_program_nothing_is_started() {
        assert!(!html(&embed(&Content::default(), &Assets::default(), &Fonts::default(), "./", "x", false)).contains("import("));
        assert!(!html(&page(&Content::default(), &Assets::default(), "./", "d.json", &Places::default(), "o.js")).contains("d.json"));
    }

    #[test]
    fn only_a_served_page_reloads() {
        assert!(!html(&page(&Content::default(), &assets(), "./", "d.json", &Places::default(), "o.js")).contains("WebSocket"));
        let served =
            html(&page(&Content::default(), &Assets { live_reload: true, ..assets() }, "./", "d.json", &Places::default(), "o.js"));
        assert!(served.contains("WebSocket") && !served.contains("o.js"), "{served}");
        assert!(html(&page(&Content::default(), &assets(), "./", "d.json", &Places::default(), "o.js")).contains("import(\"./o.js\")"));
    }
}
