//! A chapter file: `key: value` lines, an empty line, then blocks.
//!
//! A block is Markdown, or one line `::name argument` that asks for a built part, such as `::figure troop-shares`.

use super::error::Diagnostic;

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

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Markdown.
    Prose(String),
    /// A built part by name, with its argument.
    Part(String, String),
}

/// Parses the text of a chapter file.
///
/// # Errors
/// Names the file and the line.
pub fn parse(slug: &str, file: &str, text: &str) -> Result<Chapter, Diagnostic> {
    let fault = |line: usize, problem: (&str, &str)| Diagnostic::new(file, format!("line {}", line + 1), problem);
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
            _ => return Err(fault(n, ("is no `title:` or `standfirst:`", "put an empty line before the text"))),
        }
    }
    let mut blocks = Vec::new();
    let mut prose = String::new();
    let flush = |prose: &mut String, blocks: &mut Vec<Block>| {
        let text = std::mem::take(prose).trim().to_owned();
        if !text.is_empty() {
            blocks.push(Block::Prose(text));
        }
    };
    for (n, line) in lines {
        match line.strip_prefix("::") {
            Some(rest) if rest.starts_with(':') => {
                return Err(fault(n, ("begins with `:::`, which only scenes know", "write prose, or `::name argument` for a built part")));
            }
            Some(rest) => {
                flush(&mut prose, &mut blocks);
                let (name, argument) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
                blocks.push(Block::Part(name.to_owned(), argument.trim().to_owned()));
            }
            None => prose.extend([line, "\n"]),
        }
    }
    flush(&mut prose, &mut blocks);
    Ok(Chapter {
        slug: slug.to_owned(),
        file: file.to_owned(),
        title: title.ok_or_else(|| fault(0, ("has no `title:` line", "add one at the top")))?,
        standfirst: standfirst.ok_or_else(|| fault(0, ("has no `standfirst:` line", "add one at the top")))?,
        blocks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_and_parts_keep_their_order() {
        let text = "title: T\nstandfirst: S\n\nOne.\n\nTwo.\n\n::figure troop-shares\n\nThree.\n";
        let chapter = parse("x", "en/x.md", text).expect("parses");
        assert_eq!(
            chapter.blocks,
            [Block::Prose("One.\n\nTwo.".into()), Block::Part("figure".into(), "troop-shares".into()), Block::Prose("Three.".into()),]
        );
    }

    #[test]
    fn faults_name_file_and_line() {
        let error = parse("x", "en/x.md", "title: T\nstandfirst: S\n\nOne.\n::: fold x\n").expect_err("a fold is for scenes");
        assert!(error.to_string().starts_with("en/x.md: line 5: begins with `:::`"), "{error}");
        assert!(parse("x", "en/x.md", "standfirst: S\n\nx").expect_err("no title").problem.contains("title"));
    }
}
