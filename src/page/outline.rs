//! What the article consists of, in reading order: chapters, and the scenes of the walk whose stages are drawn.

use crate::{
    content::{Content, chapter::Chapter, scene::Scene},
    walk::who_came,
};

/// The scenes that are drawn, each with the chapter that it follows.
const DRAWN: [(&str, &str); 1] = [("january-2022", who_came::ID)];

/// A part of the article.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    /// A chapter.
    Chapter(&'a Chapter),
    /// A scene of the walk.
    Scene(&'a Scene),
}

impl<'a> Part<'a> {
    /// The fragment in addresses.
    pub(crate) fn id(&self) -> &'a str {
        match self {
            Self::Chapter(chapter) => &chapter.slug,
            Self::Scene(scene) => &scene.id,
        }
    }

    /// What lists of contents call it.
    pub(crate) fn title(&self) -> &'a str {
        match self {
            Self::Chapter(chapter) => &chapter.title,
            Self::Scene(scene) => &scene.short,
        }
    }
}

/// All parts in reading order.
pub(crate) fn parts(content: &Content) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for chapter in &content.chapters {
        parts.push(Part::Chapter(chapter));
        let following = DRAWN.iter().filter(|(slug, _)| *slug == chapter.slug);
        parts.extend(following.filter_map(|(_, id)| content.scenes.iter().find(|scene| scene.id == *id)).map(Part::Scene));
    }
    parts
}
