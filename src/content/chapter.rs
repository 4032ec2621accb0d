//! A chapter file: `key: value` lines, an empty line, then blocks.
//!
//! A block is Markdown; or an aside between `::: essay` or `::: sources` (optionally with a title) and `:::`;
//! or one line `::name argument` that asks for a built part, such as `::figure troop-shares`.

use super::error::ContentError;

/// A chapter as parsed; its inline references are resolved when it is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Stable id, also the fragment in addresses.
    pub slug: String,
    /// Path below `src/content/`.
    pub file: String,
    /// Heading.
    pub title: String,
    /// One sentence under the heading.
    pub standfirst: String,
    /// The body in order.
    pub blocks: Vec<Block>,
}

/// Whose voice an aside has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// "The essay argues"
    Essay,
    /// "What the sources add"
    Sources,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Markdown.
    Prose(String),
    /// Markdown in another voice, with an optional title.
    Aside(Voice, Option<String>, String),
    /// A built part by name, with its argument.
    Part(String, String),
}

/// Parses the text of a chapter file.
///
/// # Errors
/// Names the file and the line.
pub fn parse(slug: &str, file: &str, text: &str) -> Result<Chapter, ContentError> {
    let fault = |line: usize, message: &str| ContentError::new(file, format!("line {}", line + 1), message);
    let mut title = None;
    let mut standfirst = None;
    let mut lines = text.lines().enumerate();
    for (n, line) in lines.by_ref() {
        if line.trim().is_empty() {
            break;
        }
        match line.split_once(':') {
            Some(("title", value)) => title = Some(value.trim().to_owned()),
            Some(("standfirst", value)) => standfirst = Some(value.trim().to_owned()),
            _ => return Err(fault(n, "is no `title:` or `standfirst:`; put an empty line before the text")),
        }
    }
    let mut blocks = Vec::new();
    let mut prose = String::new();
    let mut aside: Option<(usize, Voice, Option<String>)> = None;
    let flush = |prose: &mut String, blocks: &mut Vec<Block>, aside: Option<(Voice, Option<String>)>| {
        let text = std::mem::take(prose).trim().to_owned();
        match aside {
            Some((voice, title)) => blocks.push(Block::Aside(voice, title, text)),
            None if !text.is_empty() => blocks.push(Block::Prose(text)),
            None => {}
        }
    };
    for (n, line) in lines {
        if let Some(rest) = line.strip_prefix(":::") {
            match (rest.trim(), aside.take()) {
                ("", Some((_, voice, title))) => flush(&mut prose, &mut blocks, Some((voice, title))),
                ("", None) => return Err(fault(n, "closes an aside that was not opened; remove it")),
                (_, Some(_)) => return Err(fault(n, "opens an aside inside another; close the first with `:::`")),
                (opening, None) => {
                    flush(&mut prose, &mut blocks, None);
                    let (voice, title) = opening.split_once(' ').unwrap_or((opening, ""));
                    let voice = match voice {
                        "essay" => Voice::Essay,
                        "sources" => Voice::Sources,
                        _ => return Err(fault(n, "opens an unknown aside; use `::: essay` or `::: sources`")),
                    };
                    aside = Some((n, voice, (!title.trim().is_empty()).then(|| title.trim().to_owned())));
                }
            }
        } else if let Some(rest) = line.strip_prefix("::") {
            if aside.is_some() {
                return Err(fault(n, "asks for a built part inside an aside; move it out"));
            }
            flush(&mut prose, &mut blocks, None);
            let (name, argument) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            blocks.push(Block::Part(name.to_owned(), argument.trim().to_owned()));
        } else {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    if let Some((n, ..)) = aside {
        return Err(fault(n, "opens an aside that is never closed; add `:::` after it"));
    }
    flush(&mut prose, &mut blocks, None);
    Ok(Chapter {
        slug: slug.to_owned(),
        file: file.to_owned(),
        title: title.ok_or_else(|| fault(0, "has no `title:` line; add one at the top"))?,
        standfirst: standfirst.ok_or_else(|| fault(0, "has no `standfirst:` line; add one at the top"))?,
        blocks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_asides_and_parts_keep_their_order() {
        let text = "title: T\nstandfirst: S\n\nOne.\n\n::: essay A claim\nTwo.\n:::\n\n::figure troop-shares\n\nThree.\n";
        let chapter = parse("x", "en/x.md", text).expect("parses");
        assert_eq!(
            chapter.blocks,
            [
                Block::Prose("One.".into()),
                Block::Aside(Voice::Essay, Some("A claim".into()), "Two.".into()),
                Block::Part("figure".into(), "troop-shares".into()),
                Block::Prose("Three.".into()),
            ]
        );
    }

    #[test]
    fn faults_name_file_and_line() {
        for (body, said) in [
            ("::: essay\nx\n", "never closed"),
            ("x\n:::\n", "not opened"),
            ("::: rumour\nx\n:::\n", "unknown aside"),
            ("::: essay\n::: sources\n:::\n", "inside another"),
            ("::: essay\n::figure a\n:::\n", "move it out"),
        ] {
            let error = parse("x", "en/x.md", &format!("title: T\nstandfirst: S\n\n{body}")).expect_err(body);
            assert!(error.to_string().starts_with("en/x.md: line "), "{error}");
            assert!(error.message.contains(said), "{error}");
        }
        assert!(parse("x", "en/x.md", "standfirst: S\n\nx").expect_err("no title").message.contains("title"));
    }
}
