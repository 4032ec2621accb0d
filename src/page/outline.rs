//! What the article consists of, in reading order: the scenes of the walk, and chapters where there is no scene yet.

use crate::{
    content::{Content, chapter::Chapter, scene::Scene},
    walk::drawn,
};

/// The scenes in reading order, each with the chapter in whose place it stands; the empty names stand for none.
const PLACES: [(&str, &str); 9] = [
    ("", "arrival"),
    ("fourteen-days", "january-2022"),
    ("the-promise", "what-it-is"),
    ("stayed-home", "staying-home"),
    ("who-came", ""),
    ("what-it-changes", "what-it-changes"),
    ("since-then", "since-then"),
    ("the-answer", "take-aways"),
    ("", "sources"),
];

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

/// All parts in reading order: each scene whose stage is drawn, else the chapter in its place.
pub(crate) fn parts(content: &Content) -> Vec<Part<'_>> {
    let place = |(scene, chapter): &(&str, &str)| {
        let scene = content.scenes.iter().find(|known| known.id == *scene);
        let scene = scene.filter(|scene| drawn::find(&scene.id).is_some());
        let chapter = || content.chapters.iter().find(|known| known.slug == *chapter).map(Part::Chapter);
        scene.map(Part::Scene).or_else(chapter)
    };
    PLACES.iter().filter_map(place).collect()
}
