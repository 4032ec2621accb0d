//! Which tokens the marks of each drawing have.

use std::{collections::BTreeSet, fs, path::Path};

use csto_explainer::{
    build::site,
    page::{article, offline_copies::Sizes},
};
use scraper::{Html, Selector};

/// A drawing's name, and the properties that colour its marks. Text is left out, and so are tints, which have an edge or a name.
type Drawing = (String, BTreeSet<String>);

/// The drawings of all figures, in two states each, as `tests/snapshots/` has them; and those of the article.
pub(crate) fn all() -> Vec<Drawing> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshots = root.join("tests/snapshots");
    let mut files: Vec<_> = fs::read_dir(&snapshots)
        .expect("the folders")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .flat_map(|folder| fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()))
        .filter(|path| path.extension().is_some_and(|end| end == "svg"))
        .collect();
    files.sort();
    let mut drawings: Vec<Drawing> = files
        .iter()
        .flat_map(|path| {
            let name = path.strip_prefix(&snapshots).expect("below it").to_string_lossy().replace('\\', "/");
            found(&name, &fs::read_to_string(path).expect("a drawing"))
        })
        .collect();
    let content = site::read(root).expect("the content is sound");
    let article = article::body(&content, Sizes::default()).expect("the article").html;
    drawings.extend(found("the article", &article));
    // The two maps get their colours from style sheets, which use the same hues.
    assert!(drawings.len() > 20, "only {} drawings with colours were found", drawings.len());
    drawings
}

fn found(name: &str, html: &str) -> Vec<Drawing> {
    let [drawings, marks] = ["svg", "path, rect, circle, line"].map(|selector| Selector::parse(selector).expect("a selector"));
    let html = Html::parse_fragment(html);
    let tokens = |svg: scraper::ElementRef<'_>| {
        let solid = |mark: scraper::ElementRef<'_>| {
            let paints = [("fill", "fill-opacity"), ("stroke", "stroke-opacity")].into_iter();
            paints
                .filter(|(_, opacity)| mark.attr(opacity).is_none())
                .filter_map(|(paint, _)| mark.attr(paint).map(str::to_owned))
                .collect::<Vec<_>>()
        };
        let paints = svg.select(&marks).flat_map(solid);
        paints.filter_map(|paint| Some(paint.strip_prefix("var(")?.strip_suffix(')')?.to_owned())).collect::<BTreeSet<_>>()
    };
    html.select(&drawings).map(|svg| (name.to_owned(), tokens(svg))).filter(|(_, tokens)| !tokens.is_empty()).collect()
}
