//! Every text that a reader sees, as it is written in the files, each with its place.

use super::{
    chapter::{Block, Chapter},
    files::Files,
    raw::Raw,
    scene::{self, Scene},
};

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Path below `src/content/`.
    pub file: String,
    /// Its key in a JSON file; `title`, `standfirst` or `block 3` in a chapter; `title`, `short`, `lead`, `step 2, heading`,
    /// `step 2` or `block 3` in a scene.
    pub place: String,
    /// As written, with its references and placeholders.
    pub words: String,
}

/// The texts of all JSON files in the folder `language`, of `chapters` and of `scenes`. Files that cannot be read have none.
pub(crate) fn all<'a>(
    files: &Files,
    language: &str,
    chapters: impl Iterator<Item = &'a Chapter>,
    scenes: impl Iterator<Item = &'a Scene>,
) -> Vec<Text> {
    let mut texts = Vec::new();
    let words = files.iter().filter(|(file, _)| file.starts_with(&[language, "/"].concat()) && file.ends_with(".json"));
    for (file, text) in words {
        if let Ok(root) = serde_json::from_str(text) {
            within(file, &root, "", &mut texts);
        }
    }
    for chapter in chapters {
        let mut text = |place: String, words: &str| texts.push(Text { file: chapter.file.clone(), place, words: words.to_owned() });
        text("title".into(), &chapter.title);
        text("standfirst".into(), &chapter.standfirst);
        for (n, block) in chapter.blocks.iter().enumerate() {
            let place = format!("block {}", n + 1);
            if let Block::Prose(words) = block {
                text(place, words);
            }
        }
    }
    for scene in scenes {
        let mut text = |place: String, words: &str| texts.push(Text { file: scene.file.clone(), place, words: words.to_owned() });
        text("title".into(), &scene.title);
        text("short".into(), &scene.short);
        text("lead".into(), &scene.lead);
        for (n, step) in scene.steps.iter().enumerate() {
            let place = format!("step {}", n + 1);
            text(format!("{place}, heading"), &step.heading);
            text(format!("{place}, stage title"), &step.title);
            of_blocks(&place, &step.blocks, &mut text);
        }
        for (n, block) in scene.blocks.iter().enumerate() {
            of_blocks(&format!("block {}", n + 1), std::slice::from_ref(block), &mut text);
        }
    }
    texts
}

fn of_blocks(place: &str, blocks: &[scene::Block], text: &mut dyn FnMut(String, &str)) {
    for block in blocks {
        match block {
            scene::Block::Prose(words) => text(place.to_owned(), words),
            scene::Block::Named { title, blocks, .. } => {
                text(format!("{place}, title"), title);
                of_blocks(place, blocks, text);
            }
            scene::Block::Part(..) => {}
        }
    }
}

fn within(file: &str, value: &Raw, place: &str, texts: &mut Vec<Text>) {
    match value {
        Raw::Text(words) => texts.push(Text { file: file.to_owned(), place: place.to_owned(), words: words.clone() }),
        Raw::List(items) => items.iter().enumerate().for_each(|(n, item)| within(file, item, &format!("{place}[{n}]"), texts)),
        Raw::Fields(fields) => {
            for (key, value) in fields {
                within(file, value, &if place.is_empty() { key.clone() } else { format!("{place}.{key}") }, texts);
            }
        }
        Raw::Null | Raw::Number(_) | Raw::Truth(_) => {}
    }
}

/// `text` without its references, placeholders and addresses of links; of a term `{{id|words}}` the words stay.
pub fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = ["[[", "{", "]("].into_iter().filter_map(|mark| rest.find(mark)).min() {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (end, keeps_words) = match rest {
            _ if rest.starts_with("[[") => ("]]", false),
            _ if rest.starts_with("{{") => ("}}", true),
            _ if rest.starts_with('{') => ("}", false),
            _ => (")", false),
        };
        let Some((inside, after)) = rest.split_once(end) else { break };
        if keeps_words {
            out.push_str(inside.split_once('|').map_or("", |(_, words)| words));
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_placeholders_and_addresses_are_no_words() {
        for (text, words) in [
            ("{count} of [[all-2500]] soldiers[[all-2500:cite]] came", " of  soldiers came"),
            ("The {{crrf|rapid forces}} of {a}{b}", "The rapid forces of "),
            ("By [CC BY](https://example.org/4.0/) only", "By [CC BY only"),
            ("no end {here", "no end {here"),
            ("", ""),
        ] {
            assert_eq!(bare(text), words);
        }
    }

    #[test]
    fn every_text_has_its_place() {
        let files =
            [("en/a.json".to_owned(), r#"{"b": {"c": ["d", 1, "e"]}}"#.to_owned()), ("data/a.json".to_owned(), r#"["f"]"#.to_owned())];
        let found = all(&Files::from(files), "en", std::iter::empty(), std::iter::empty());
        let places: Vec<(&str, &str)> = found.iter().map(|text| (text.place.as_str(), text.words.as_str())).collect();
        assert_eq!(places, [("b.c[0]", "d"), ("b.c[2]", "e")]);
    }

    #[test]
    fn every_text_of_a_scene_has_its_place() {
        let text = "title: T\nshort: S\nlead: L\n\n### One\nstage: a\ntitle: All\n\nCard.\n\n::: essay\nHers.\n:::\n\n::: fold F\nIn it.\n\n::figure x\n:::\n";
        let scene = scene::parse("x", "en/walk/x.md", text).expect("parses");
        let found = all(&Files::new(), "en", std::iter::empty(), std::iter::once(&scene));
        assert!(found.iter().all(|text| text.file == "en/walk/x.md"));
        let places: Vec<(&str, &str)> =
            found.iter().filter(|text| !text.words.is_empty()).map(|text| (text.place.as_str(), text.words.as_str())).collect();
        let head = [("title", "T"), ("short", "S"), ("lead", "L"), ("step 1, heading", "One")];
        let body =
            [("step 1, stage title", "All"), ("step 1", "Card."), ("step 1", "Hers."), ("block 1, title", "F"), ("block 1", "In it.")];
        assert_eq!(places, [&head[..], &body].concat());
    }
}
