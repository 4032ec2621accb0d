//! How long the walk is: its words, and the minutes that they take.

use crate::content::{
    Content, cited,
    scene::{Block, Scene},
};

/// Words that a reader of prose reads in a minute; about the mean that reading studies give for English.
const WORDS_PER_MINUTE: usize = 230;

/// What only those see who ask for it, or of which each reader sees one alone: not counted.
const ASIDE: [&str; 6] = ["fold", "show", "key", "guess-within", "guess-edge", "guess-over"];

/// Words of all scenes, with cover and summary, as readers see them: without folds, headings and stages.
pub fn words(content: &Content) -> usize {
    content.walk().map(|scene| scene_words(content, scene)).sum()
}

/// Whole minutes that `words` take, at least one.
pub(crate) fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_PER_MINUTE).max(1)
}

fn scene_words(content: &Content, scene: &Scene) -> usize {
    // Faults of the references are reported where the text itself is rendered.
    let count = |text: &str| cited::words(text, content).unwrap_or(0);
    let of_steps: usize = scene.steps.iter().map(|step| block_words(&step.blocks, &count)).sum();
    count(&scene.lead) + of_steps + block_words(&scene.blocks, &count)
}

fn block_words(blocks: &[Block], count: &dyn Fn(&str) -> usize) -> usize {
    let of = |block: &Block| match block {
        Block::Prose(text) => count(text),
        Block::Named { name, blocks, .. } if !ASIDE.contains(&&**name) => block_words(blocks, count),
        Block::Named { .. } | Block::Part(..) => 0,
    };
    blocks.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_whole_and_at_least_one() {
        assert_eq!((minutes(0), minutes(230), minutes(231)), (1, 1, 2));
    }
}
