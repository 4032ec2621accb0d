//! What the article consists of, in reading order, for lists of its parts.

use crate::{content::Content, walk::cover};

/// A part of the article in a list: its fragment in addresses, and what lists call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The fragment, without its `#`.
    pub id: String,
    /// Its name in a few words.
    pub title: String,
}

/// The cover, and each scene of the walk.
pub(crate) fn entries(content: &Content) -> Vec<Entry> {
    let cover = content.cover.iter().map(|cover| Entry { id: cover::TOP.to_owned(), title: cover.short.clone() });
    let scenes = content.scenes.iter().map(|scene| Entry { id: scene.id.clone(), title: scene.short.clone() });
    cover.chain(scenes).collect()
}
