//! A scene of the walk: `en/walk/<id>.md`.
//!
//! The file begins with the lines `title:`, `short:` and `lead:`, then an empty line. A line `also:` among them, or after
//! `stage:`, names older fragments in addresses that lead there, parted by commas. A line `### Heading` begins a step: a
//! line `stage:` follows, which names the state of the scene's stage, and the Markdown of the step's card. A card that
//! explains a place may be longer; a line `explains:` after `stage:` then names the place. A line `title:` says what the
//! stage shows, with references for its numbers. `::: NAME title` and `:::`
//! stand around a block of another kind: `essay` in a card or among paragraphs; `playground`, `fold` and `close` after the last step,
//! where a line `::name argument` asks for a built part. A scene without steps has paragraphs and blocks alone.

use super::error::{Diagnostic, Problem};

/// A scene as parsed; its inline references are resolved when it is rendered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scene {
    /// Stable id, also the fragment in addresses.
    pub id: String,
    /// Path below `src/content/`.
    pub file: String,
    /// Heading.
    pub title: String,
    /// Its entry in the top line.
    pub short: String,
    /// The paragraph under the heading, in Markdown; empty where the file has none.
    pub lead: String,
    /// Older fragments that lead to it.
    pub also: Vec<String>,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// What follows the steps.
    pub blocks: Vec<Block>,
}

/// A step: a card, and the state of the stage that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The card's heading.
    pub heading: String,
    /// What the stage shows.
    pub stage: Stage,
    /// The finding above it, with references for its numbers; empty where the step has none.
    pub title: String,
    /// The place that the card explains.
    pub explains: Option<String>,
    /// Older fragments that lead to it.
    pub also: Vec<String>,
    /// The card's text.
    pub blocks: Vec<Block>,
}

/// A state of the scene's stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// A figure, in the state that its own query names.
    Figure {
        /// The figure's id.
        id: String,
        /// The query, without its `?`.
        query: String,
    },
    /// A state of the scene's own drawing, by name.
    Own(String),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Markdown.
    Prose(String),
    /// What stands between `::: NAME title` and `:::`.
    Named {
        /// What kind it is.
        name: String,
        /// What follows the name; empty where nothing does.
        title: String,
        /// Markdown and built parts.
        blocks: Vec<Block>,
    },
    /// A built part by name, with its argument.
    Part(String, String),
}

impl Scene {
    /// The Markdown of the block `name`.
    ///
    /// # Errors
    /// When there is none, or it holds more than text.
    pub fn block(&self, name: &str) -> Result<&str, Diagnostic> {
        let found = self.blocks.iter().find_map(|block| match block {
            Block::Named { name: known, blocks, .. } if known == name => Some(blocks),
            _ => None,
        });
        match found.map(Vec::as_slice) {
            Some([Block::Prose(text)]) => Ok(text),
            Some(_) => Err(Diagnostic::new(&*self.file, "", (format!("holds more than text in `::: {name}`"), "leave text alone"))),
            None => Err(Diagnostic::new(&*self.file, "", (format!("has no block `::: {name}`"), "add it"))),
        }
    }

    /// The fragment of the step at `index`, from 0.
    pub fn step_id(&self, index: usize) -> String {
        format!("{}-{}", self.id, index + 1)
    }
}

impl Block {
    /// The ids of the figures that it shows.
    pub(crate) fn figures(&self) -> Vec<&str> {
        match self {
            Self::Part(name, id) if name == "figure" => vec![id],
            Self::Named { blocks, .. } => blocks.iter().flat_map(Self::figures).collect(),
            Self::Part(..) | Self::Prose(_) => Vec::new(),
        }
    }

    /// Its text, if it is Markdown.
    pub(crate) fn prose(&self) -> Option<&str> {
        match self {
            Self::Prose(text) => Some(text),
            Self::Named { .. } | Self::Part(..) => None,
        }
    }
}

impl Stage {
    fn parse(text: &str) -> Self {
        match text.split_once('?') {
            Some((id, query)) => Self::Figure { id: id.to_owned(), query: query.to_owned() },
            None => Self::Own(text.to_owned()),
        }
    }
}

/// Parses the text of a scene's file.
///
/// # Errors
/// Names the file and the line.
pub fn parse(id: &str, file: &str, text: &str) -> Result<Scene, Diagnostic> {
    let mut reader = Reader {
        scene: Scene { id: id.to_owned(), file: file.to_owned(), ..Scene::default() },
        step: None,
        open: None,
        prose: String::new(),
        blocks: Vec::new(),
    };
    let mut lines = text.lines().enumerate();
    for (n, line) in lines.by_ref().take_while(|(_, line)| !line.trim().is_empty()) {
        match line.split_once(':').map(|(key, value)| (key, value.trim().to_owned())) {
            Some(("title", value)) => reader.scene.title = value,
            Some(("short", value)) => reader.scene.short = value,
            Some(("lead", value)) => reader.scene.lead = value,
            Some(("also", value)) => reader.scene.also = names(&value),
            _ => return Err(reader.fault(n, ("is no `title:`, `short:`, `lead:` or `also:`", "put an empty line before the text"))),
        }
    }
    for (key, value) in [("title", &reader.scene.title), ("short", &reader.scene.short)] {
        if value.is_empty() {
            return Err(reader.fault(0, (format!("has no `{key}:` line with words"), "add one at the top")));
        }
    }
    for (n, line) in lines {
        reader.line(n, line)?;
    }
    reader.end()
}

/// The names in a list that is parted by commas.
fn names(list: &str) -> Vec<String> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// A scene that is being read.
struct Reader {
    scene: Scene,
    step: Option<OpenStep>,
    open: Option<OpenBlock>,
    /// Markdown since the last line of another kind.
    prose: String,
    /// The blocks of the step that is open, or those after the last one.
    blocks: Vec<Block>,
}

struct OpenStep {
    line: usize,
    heading: String,
    stage: Option<Stage>,
    title: String,
    explains: Option<String>,
    also: Vec<String>,
}

struct OpenBlock {
    line: usize,
    name: String,
    title: String,
    /// What stood before it.
    before: Vec<Block>,
}

/// The block that belongs to the text around it; any other ends the step before it.
const ESSAY: &str = "essay";

impl Reader {
    fn fault(&self, line: usize, problem: impl Into<Problem>) -> Diagnostic {
        Diagnostic::new(&self.scene.file, format!("line {}", line + 1), problem)
    }

    fn line(&mut self, n: usize, line: &str) -> Result<(), Diagnostic> {
        if let Some(rest) = line.strip_prefix(":::") {
            return self.fence(n, rest.trim());
        }
        if let Some(rest) = line.strip_prefix("::") {
            if self.step.is_some() {
                return Err(self.fault(n, ("asks for a built part in a card", "put it into a `::: fold` after the last step")));
            }
            self.flush();
            let (name, argument) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            self.blocks.push(Block::Part(name.to_owned(), argument.trim().to_owned()));
            return Ok(());
        }
        if self.open.is_none() {
            if let Some(heading) = line.strip_prefix("### ") {
                return self.heading(n, heading.trim());
            }
            // These lines stand before the card's text.
            let has_text = !self.prose.trim().is_empty() || !self.blocks.is_empty();
            if let Some(step) = self.step.as_mut().filter(|_| !has_text) {
                if let Some(stage) = line.strip_prefix("stage:") {
                    step.stage = Some(Stage::parse(stage.trim()));
                    return Ok(());
                }
                if let Some(title) = line.strip_prefix("title:") {
                    title.trim().clone_into(&mut step.title);
                    return Ok(());
                }
                if let Some(list) = line.strip_prefix("also:") {
                    step.also = names(list);
                    return Ok(());
                }
                if let Some(place) = line.strip_prefix("explains:") {
                    step.explains = Some(place.trim().to_owned());
                    return Ok(());
                }
            }
        }
        self.prose.push_str(line);
        self.prose.push('\n');
        Ok(())
    }

    fn heading(&mut self, n: usize, heading: &str) -> Result<(), Diagnostic> {
        self.flush();
        self.end_step()?;
        if !self.blocks.is_empty() {
            return Err(
                self.fault(n, ("begins a step after text that belongs to none", "put paragraphs, folds and the close after the last step"))
            );
        }
        self.step =
            Some(OpenStep { line: n, heading: heading.to_owned(), stage: None, title: String::new(), explains: None, also: Vec::new() });
        Ok(())
    }

    fn fence(&mut self, n: usize, opening: &str) -> Result<(), Diagnostic> {
        self.flush();
        match (opening, self.open.take()) {
            ("", Some(OpenBlock { name, title, before, .. })) => {
                let blocks = std::mem::replace(&mut self.blocks, before);
                self.blocks.push(Block::Named { name, title, blocks });
                Ok(())
            }
            ("", None) => Err(self.fault(n, ("closes a block that was not opened", "remove it"))),
            (_, Some(_)) => Err(self.fault(n, ("opens a block inside another", "close the first with `:::`"))),
            (opening, None) => {
                let (name, title) = opening.split_once(' ').unwrap_or((opening, ""));
                if name != ESSAY {
                    self.end_step()?;
                }
                let before = std::mem::take(&mut self.blocks);
                self.open = Some(OpenBlock { line: n, name: name.to_owned(), title: title.trim().to_owned(), before });
                Ok(())
            }
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.prose).trim().to_owned();
        if !text.is_empty() {
            self.blocks.push(Block::Prose(text));
        }
    }

    fn end_step(&mut self) -> Result<(), Diagnostic> {
        let Some(OpenStep { line, heading, stage, title, explains, also }) = self.step.take() else { return Ok(()) };
        let stage =
            stage.ok_or_else(|| self.fault(line, ("begins a step without `stage:`", "name the state of the stage in the next line")))?;
        self.scene.steps.push(Step { heading, stage, title, explains, also, blocks: std::mem::take(&mut self.blocks) });
        Ok(())
    }

    fn end(mut self) -> Result<Scene, Diagnostic> {
        if let Some(open) = &self.open {
            return Err(self.fault(open.line, ("opens a block that is never closed", "add `:::` after it")));
        }
        self.flush();
        self.end_step()?;
        self.scene.blocks = self.blocks;
        Ok(self.scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "title: T\nshort: S\nlead: L [[a:cite]].\n\n";

    fn parsed(body: &str) -> Result<Scene, Diagnostic> {
        parse("x", "en/walk/x.md", &[HEAD, body].concat())
    }

    fn prose(text: &str) -> Block {
        Block::Prose(text.to_owned())
    }

    fn named(name: &str, title: &str, blocks: Vec<Block>) -> Block {
        Block::Named { name: name.to_owned(), title: title.to_owned(), blocks }
    }

    #[test]
    fn steps_have_their_stage_and_what_follows_them_stands_after() {
        let scene = parsed(
            "### One\nstage: guarded\ntitle: All [[b]]\nexplains: Almaty\nalso: old, older\n\nText.\n\n::: essay\nHers.\n:::\n\n### Two\nstage: dots?v=1&step=all\n\nMore.\n\n\
             ::: fold The claim\nFolded.\n\n### A heading in it\n\n::figure burden\n:::\n\n::: close\nOn.\n:::\n",
        )
        .expect("parses");
        assert_eq!((&*scene.title, &*scene.short, &*scene.lead), ("T", "S", "L [[a:cite]]."));
        let [one, two] = &scene.steps[..] else { panic!("{:?}", scene.steps) };
        assert_eq!(one.stage, Stage::Own("guarded".into()));
        assert_eq!((&*one.title, one.explains.as_deref()), ("All [[b]]", Some("Almaty")));
        assert_eq!((&one.also[..], &two.also[..]), (&["old".to_owned(), "older".to_owned()][..], &[][..]));
        assert_eq!(one.blocks, [prose("Text."), named("essay", "", vec![prose("Hers.")])]);
        assert_eq!(two.stage, Stage::Figure { id: "dots".into(), query: "v=1&step=all".into() });
        assert_eq!((&two.blocks[..], two.explains.as_deref()), (&[prose("More.")][..], None));
        let figure = Block::Part("figure".into(), "burden".into());
        let fold = named("fold", "The claim", vec![prose("Folded.\n\n### A heading in it"), figure]);
        assert_eq!(scene.blocks, [fold, named("close", "", vec![prose("On.")])]);
        assert_eq!(scene.step_id(1), "x-2");
    }

    #[test]
    fn a_scene_without_steps_has_paragraphs_and_blocks() {
        let scene = parsed("One.\n\nTwo.\n\n::: verdict below\nLess.\n:::\n\nThree.\n").expect("parses");
        assert!(scene.steps.is_empty());
        assert_eq!(scene.blocks, [prose("One.\n\nTwo."), named("verdict", "below", vec![prose("Less.")]), prose("Three.")]);
    }

    #[test]
    fn a_block_is_found_by_its_name() {
        let scene = parsed("One.\n\n::: dead\nTwo.\n\nThree.\n:::\n\n::: part\n::figure x\n:::\n").expect("parses");
        assert_eq!(scene.block("dead"), Ok("Two.\n\nThree."));
        for (name, said) in [("living", "en/walk/x.md: has no block `::: living`; add it"), ("part", "more than text in `::: part`")] {
            assert!(scene.block(name).is_err_and(|fault| fault.to_string().contains(said)), "{name}");
        }
    }

    #[test]
    fn a_line_of_the_text_is_no_line_of_the_step() {
        let scene = parsed("### One\nstage: a\n\nText.\nstage: left\n").expect("parses");
        assert_eq!(scene.steps[0].blocks, [prose("Text.\nstage: left")]);
    }

    #[test]
    fn faults_name_file_and_line() {
        for (body, line, said) in [
            ("### One\n\nText.\n", 5, "without `stage:`"),
            ("### One\nstage: a\n\n::figure x\n", 8, "in a card"),
            ("### One\nstage: a\n\n::: essay\nText.\n", 8, "never closed"),
            ("### One\nstage: a\n\n:::\n", 8, "not opened"),
            ("### One\nstage: a\n\n::: essay\n::: fold x\n", 9, "inside another"),
            ("Text.\n\n### One\nstage: a\n", 7, "after text that belongs to none"),
            ("### One\nstage: a\n\n::: close\nOn.\n:::\n\n### Two\nstage: b\n", 12, "after text that belongs to none"),
        ] {
            let error = parsed(body).expect_err(body);
            assert!(error.to_string().starts_with(&format!("en/walk/x.md: line {line}: ")), "{error}");
            assert!(error.problem.contains(said), "{error}");
        }
        for (text, said) in [("short: S\n\nx", "`title:`"), ("title: T\n\nx", "`short:`"), ("title: T\nnow: x\n", "is no `title:`")] {
            assert!(parse("x", "en/walk/x.md", text).expect_err(text).problem.contains(said), "{text}");
        }
    }
}
