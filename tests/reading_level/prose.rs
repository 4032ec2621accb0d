//! What every reader sees as sentences: of a scene without folds, headings, stages and the key of a drawing, of a figure without
//! its names, labels and sources.

use csto_explainer::content::{
    Content, cited, inline,
    markdown::{self, Notes},
    scene::{Block, Scene},
};

/// What is no prose, or is folded away.
const LEFT_OUT: [&str; 3] = ["fold", "key", "length"];

/// What stands in the place of a value that the page or the reader fills in.
const FILLED_IN: [(&str, &str); 4] = [("{guess}", "50"), ("{essay}", "the essay"), ("{soldiers}", "five"), ("{came}", "one")];

/// The key of the words that say where a figure's numbers come from: a list of names.
const SOURCE: &str = "source";

/// The paragraphs of a scene as text, with the values of their references written out.
pub(crate) fn of_scene(content: &Content, scene: &Scene) -> Vec<String> {
    let mut markdown: Vec<&str> = vec![&scene.lead];
    for blocks in scene.steps.iter().map(|step| &step.blocks).chain([&scene.blocks]) {
        collect(blocks, &mut markdown);
    }
    markdown.iter().flat_map(|text| rendered(content, text)).collect()
}

fn collect<'a>(blocks: &'a [Block], out: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Prose(text) => out.push(text),
            Block::Named { name, blocks, .. } if !LEFT_OUT.contains(&&**name) => collect(blocks, out),
            Block::Named { .. } | Block::Part(..) => {}
        }
    }
}

fn rendered(content: &Content, text: &str) -> Vec<String> {
    let filled = FILLED_IN.iter().fold(text.to_owned(), |text, (slot, value)| text.replace(slot, value));
    let blocks = cited::render(&filled, content, &mut Notes::default()).expect("every reference is sound");
    blocks.iter().map(|block| markdown::plain(&block.html)).collect()
}

/// The sentences that figures say or show, with something in the place of each value that they fill in.
pub(crate) fn of_figures(content: &Content) -> Vec<String> {
    let words = content.figures.values().flatten().filter(|(key, text)| *key != SOURCE && text.ends_with(['.', '?']));
    words.map(|(_, text)| inline::plain(content, &without_slots(text))).collect()
}

/// The text with a figure in the place of each `{slot}`.
fn without_slots(text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((_, after)) => filled.extend(["50", after]),
            None => filled.push_str(part),
        }
    }
    filled
}
