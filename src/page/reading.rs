//! How long the text is: the words of the chapters, and the minutes that they take.

use super::outline::{self, Part};
use crate::content::{
    Content,
    chapter::{Block, Chapter},
    cited,
    markdown::{self, Notes},
    scene::{self, Scene},
};

/// Words that a reader of prose reads in a minute; about the mean that reading studies give for English.
const WORDS_PER_MINUTE: usize = 230;

/// The chapter that lists sources; its text is apparatus, not prose to be read through.
const APPARATUS: &str = "sources";

/// Words of prose in all chapters but the last: paragraphs and asides as written out, without headings, marks of
/// notes, figures and tables; and of the scenes what stands outside folds.
pub fn words(content: &Content) -> usize {
    let of = |part: &Part<'_>| match part {
        Part::Chapter(chapter) => chapter_words(content, chapter),
        Part::Scene(scene) => scene_words(content, scene),
    };
    outline::parts(content).iter().filter(|part| part.id() != APPARATUS).map(of).sum()
}

/// Whole minutes that `words` take, at least one.
pub(crate) fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_PER_MINUTE).max(1)
}

fn chapter_words(content: &Content, chapter: &Chapter) -> usize {
    let mut notes = Notes::default();
    let count = |text: &str, notes: &mut Notes| markdown::render(text, content, notes).map_or(0, |html| words_of_html(&html));
    let blocks = chapter.blocks.iter().map(|block| match block {
        Block::Prose(text) | Block::Aside(_, _, text) => count(text, &mut notes),
        Block::Part(..) => 0,
    });
    blocks.sum::<usize>() + chapter.standfirst.split_whitespace().count()
}

fn scene_words(content: &Content, scene: &Scene) -> usize {
    // Faults of the references are reported where the text itself is rendered.
    let count = |text: &str| cited::words(text, content).unwrap_or(0);
    let of_steps: usize = scene.steps.iter().map(|step| block_words(&step.blocks, &count)).sum();
    count(&scene.lead) + of_steps + block_words(&scene.blocks, &count)
}

fn block_words(blocks: &[scene::Block], count: &dyn Fn(&str) -> usize) -> usize {
    let of = |block: &scene::Block| match block {
        scene::Block::Prose(text) => count(text),
        scene::Block::Named { name, blocks, .. } if name != "fold" => block_words(blocks, count),
        scene::Block::Named { .. } | scene::Block::Part(..) => 0,
    };
    blocks.iter().map(of).sum()
}

/// Words of rendered prose: what stands between tags, without headings and the marks of notes.
fn words_of_html(html: &str) -> usize {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let skipped = match rest {
            r if r.starts_with("<button class=\"mark") => Some("</button>"),
            r if r.starts_with("<h3") => Some("</h3>"),
            _ => None,
        };
        // Inline tags join words, such as the mark after a number; blocks part them.
        if rest.starts_with("<p") || rest.starts_with("<li") || rest.starts_with("<h") {
            text.push(' ');
        }
        let end = skipped.map_or_else(|| rest.find('>').map(|e| e + 1), |close| rest.find(close).map(|e| e + close.len()));
        rest = end.map_or("", |e| &rest[e..]);
    }
    text.push_str(rest);
    // A non-breaking space keeps a number and its unit on one line; it still parts two words.
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_headings_are_no_words() {
        let html = "<h3>Not this</h3><p>About <data value=\"x\">2,500\u{a0}soldiers</data>\
                    <button class=\"mark\"><i>Note </i>3</button> came.</p><p>Some left.</p>";
        assert_eq!(words_of_html(html), 6);
    }

    #[test]
    fn minutes_are_whole_and_at_least_one() {
        assert_eq!((minutes(0), minutes(230), minutes(231)), (1, 1, 2));
    }
}
