//! What a reader sees of each figure as prerendered, and gets as a file, against what was looked at and accepted: the texts
//! beside this file. `cargo xtask snapshots` shows what has changed.
#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "a test that cannot read what it checks should stop")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use csto_explainer::{
    build::{downloads, embed, site},
    content::Content,
    figures::{
        burden, forces, frame, registry,
        strips::draw as strips,
        troop_dots::{
            dots::{self, Scene},
            entries, layout,
            state::Step,
        },
        troop_shares::{bars, state::State, view as shares},
    },
};

/// Texts by their path below `tests/snapshots/`.
type Texts = BTreeMap<String, String>;

#[test]
fn every_figure_is_as_it_was_accepted() {
    let (project, made) = (Path::new(env!("CARGO_MANIFEST_DIR")), made());
    let accepted = read(&project.join("tests/snapshots"));
    let faults: Vec<String> = made
        .keys()
        .chain(accepted.keys().filter(|path| !made.contains_key(*path)))
        .filter(|path| made.get(*path) != accepted.get(*path))
        .map(|path| format!("tests/snapshots/{path}"))
        .collect();
    let new = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("snapshots");
    let _ = fs::remove_dir_all(&new);
    for (path, text) in &made {
        fs::create_dir_all(new.join(path).parent().expect("a folder")).expect("a folder for the new texts");
        fs::write(new.join(path), text).expect("a new text");
    }
    let remedy = "`cargo xtask snapshots` shows old and new side by side, and with `--update` takes the new";
    assert!(faults.is_empty(), "{} differ; {remedy}:\n{}", faults.len(), faults.join("\n"));
}

/// Else the reference of the odd state would guard nothing.
#[test]
fn another_state_is_drawn_otherwise_than_the_default() {
    let made = made();
    let odd: Vec<_> = made.keys().filter(|path| path.contains("/odd-")).collect();
    assert_eq!(odd.len(), 8, "four figures draw a state, in two widths");
    for path in odd {
        assert_ne!(made.get(path), made.get(&path.replace("/odd-", "/")), "{path}");
    }
}

/// The texts as the content and the code make them now.
fn made() -> Texts {
    let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
    let mut texts = Texts::new();
    for figure in registry::ALL {
        let page = embed::body(&content, figure).expect("the figure is built").html;
        let html = between(&page, "<figure", "</figure>").remove(0);
        let mut put = |name: &str, text: &str| texts.insert(format!("{}/{name}", figure.id), lines(text));
        let apart = [drawings(&html, "narrow"), drawings(&html, "wide"), between(&html, "<script", "</script>")].concat();
        put("figure.html", &apart.iter().fold(html.clone(), |html, part| html.replace(part, "")));
        for (name, page) in [("", Some(html)), ("odd-", odd(figure.id, &content))] {
            for width in ["narrow", "wide"] {
                let drawings = page.as_deref().map(|page| drawings(page, width).concat()).unwrap_or_default();
                if !drawings.is_empty() {
                    put(&format!("{name}{width}.svg"), &drawings);
                }
            }
        }
        let [csv, _] = downloads::figure(&content, figure).expect("the rows are written");
        put("data.csv", &csv.replace("\r\n", "\n"));
    }
    texts
}

/// The drawings of a state far from the default, for figures that draw a state.
fn odd(id: &str, content: &Content) -> Option<String> {
    let drawn = match id {
        burden::ID => {
            let (words, measured) = burden::data::measured(content).expect("the yardsticks");
            let chart = burden::data::chart(content, &words, &measured, &burden::state::VALUES);
            frame::drawings(id, |width| strips::height(width, &chart), |painter, size| strips::draw(painter, size, &chart, 1))
        }
        forces::ID => {
            let (words, numbers) = forces::data::numbers(content).expect("the forces");
            let chart = forces::data::chart(content, &words, &numbers, &forces::state::VALUES).expect("the chart");
            frame::drawings(id, |width| strips::height(width, &chart), |painter, size| strips::draw(painter, size, &chart, 2))
        }
        "troop-dots" => {
            let data = entries::dots_content(content).expect("the dots").data;
            let scene = Scene::at(Step::Rapid);
            frame::drawings(id, |width| layout::height(&data, width), |painter, size| dots::draw(painter, size, &data, scene))
        }
        "troop-shares" => {
            let data = shares::data(content).expect("the shares");
            let (state, _) = State::parse("total=1000&unit=per-million&source=arm70-blr500-kgz200-tjk200", &data.deployment);
            let height = |width| bars::height(width, data.bars(&state).len());
            frame::drawings(id, height, |painter, size| bars::draw(painter, size, &data, &state))
        }
        _ => return None,
    };
    Some(drawn.expect("the odd state is drawn"))
}

/// The drawings of one width in `html`.
fn drawings(html: &str, width: &str) -> Vec<String> {
    between(html, &format!("<svg class=\"{width}\""), "</svg>")
}

/// Every stretch of `html` from `start` to the next `end`, with both.
fn between(html: &str, start: &str, end: &str) -> Vec<String> {
    let parts = html.split(start).skip(1).filter_map(|part| part.split_once(end));
    parts.map(|(inside, _)| [start, inside, end].concat()).collect()
}

/// One element a line, so that a change can be reviewed.
fn lines(text: &str) -> String {
    let broken = text.replace("><", ">\n<");
    if broken.ends_with('\n') { broken } else { broken + "\n" }
}

/// What was accepted: every text in the folders of `root`.
fn read(root: &Path) -> Texts {
    let folders = fs::read_dir(root).expect("the references").map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()));
    let path = |file: &Path| file.strip_prefix(root).expect("below it").to_string_lossy().replace('\\', "/");
    files.map(|file| (path(&file), fs::read_to_string(&file).expect("a text"))).collect()
}
