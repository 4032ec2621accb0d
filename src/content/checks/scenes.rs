//! Checks of the scenes of the walk: short texts, known blocks, and stages that the drawings know.

use crate::content::{
    Content, cited,
    error::{Diagnostic, Problem},
    inline,
    scene::{Block, Scene, Stage, Step},
};

/// The most words under a scene's heading.
const MOST_IN_LEAD: usize = 70;

/// The most words on a card: about six lines on a phone, so that card and drawing fit on one screen.
const MOST_ON_CARD: usize = 45;

/// The same for a card that explains a place.
const MOST_ON_PLACE: usize = 60;

/// The block of the figures that a reader can change.
const PLAYGROUND: &str = "playground";

/// The most steps of a scene: `style/walk.css` names each by its number.
pub const MOST_STEPS: usize = 9;

/// Adds the faults found in the texts.
pub fn faults(content: &Content, faults: &mut Vec<Diagnostic>) {
    for scene in &content.scenes {
        let mut texts = Texts { content, scene, faults };
        texts.scene();
    }
}

/// The faults of stages that `check` refuses: it says whether the drawing of a scene, or the figure that the stage names,
/// knows the state.
pub fn stages(content: &Content, check: impl Fn(&Scene, &Stage) -> Result<(), Problem>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for scene in &content.scenes {
        for (n, step) in scene.steps.iter().enumerate() {
            if let Err(problem) = check(scene, &step.stage) {
                faults.push(Diagnostic::new(&scene.file, place(n, step), problem.after("has a stage that ")));
            }
        }
    }
    faults
}

/// The faults of figures that scenes show although the article's program, which `is_known` asks, does not have them: they would
/// never become interactive.
pub fn figures(content: &Content, is_known: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let shown = content.scenes.iter().flat_map(|scene| {
        let ids = scene.blocks.iter().flat_map(Block::figures);
        ids.map(move |id| (scene, id))
    });
    let fault = |(scene, id): (&Scene, &str)| {
        let problem = format!("shows the figure `{id}`, which the article’s program does not have");
        Diagnostic::new(&scene.file, "", (problem, "add it to IN_ARTICLE in src/figures/registry.rs"))
    };
    shown.filter(|(_, id)| !is_known(id)).map(fault).collect()
}

fn place(n: usize, step: &Step) -> String {
    format!("step {} ({})", n + 1, step.heading)
}

/// The texts of a scene under check.
struct Texts<'a> {
    content: &'a Content,
    scene: &'a Scene,
    faults: &'a mut Vec<Diagnostic>,
}

impl Texts<'_> {
    fn fault(&mut self, place: &str, problem: impl Into<Problem>) {
        self.faults.push(Diagnostic::new(&self.scene.file, place, problem));
    }

    fn scene(&mut self) {
        let Scene { lead, steps, blocks, .. } = self.scene;
        let words = self.words("lead", lead);
        if words > MOST_IN_LEAD {
            self.fault("lead", (format!("has {words} words"), format!("write at most {MOST_IN_LEAD}")));
        }
        if !steps.is_empty() && lead.is_empty() {
            self.fault("lead", ("is missing", "say in a paragraph why the scene matters"));
        }
        if steps.len() > MOST_STEPS {
            self.fault(
                "",
                (format!("has {} steps", steps.len()), format!("leave at most {MOST_STEPS}, or add the others to style/walk.css")),
            );
        }
        for (n, step) in steps.iter().enumerate() {
            self.step(&place(n, step), step);
        }
        for (n, block) in blocks.iter().enumerate() {
            self.after(&format!("block {}", n + 1), block, n + 1 == blocks.len());
        }
    }

    fn step(&mut self, place: &str, step: &Step) {
        if step.heading.is_empty() {
            self.fault(place, ("has no heading", "write a short one"));
        }
        self.words(place, &step.title);
        let mut words = 0;
        for block in &step.blocks {
            match block {
                Block::Prose(text) => words += self.words(place, text),
                Block::Named { title, blocks, .. } => {
                    if !title.is_empty() {
                        self.fault(place, (format!("gives the essay’s block the title “{title}”, which is not shown"), "remove it"));
                    }
                    words += blocks.iter().map(|block| self.block_words(place, block)).sum::<usize>();
                }
                // The parser refuses them on cards.
                Block::Part(..) => {}
            }
        }
        let most = if step.explains.is_some() { MOST_ON_PLACE } else { MOST_ON_CARD };
        if words == 0 {
            self.fault(place, ("has a card without text", "write it"));
        } else if words > most {
            let places = if step.explains.is_some() {
                String::new()
            } else {
                format!(", or {MOST_ON_PLACE} where the card explains a place: name it in a line `explains:` after `stage:`")
            };
            self.fault(place, (format!("has {words} words on its card"), format!("write at most {most}{places}")));
        }
        if let Some(explained) = &step.explains {
            let texts = step.blocks.iter().filter_map(|block| if let Block::Prose(text) = block { Some(text) } else { None });
            let is_named = texts.map(|text| inline::plain(self.content, text)).any(|text| text.contains(explained.as_str()));
            if explained.is_empty() || !is_named {
                self.fault(place, (format!("explains `{explained}`, which its card does not name"), "correct `explains:` or remove it"));
            }
        }
    }

    /// A block after the steps, or in a scene that has none, where any name may stand.
    fn after(&mut self, place: &str, block: &Block, is_last: bool) {
        self.block_words(place, block);
        if self.scene.steps.is_empty() {
            return;
        }
        match block {
            Block::Named { name, title, .. } if name == "fold" => {
                if title.is_empty() {
                    self.fault(place, ("folds text away under no title", "write `::: fold TITLE`"));
                }
            }
            Block::Named { name, title, blocks } if name == PLAYGROUND => {
                let is_built = blocks.iter().all(|block| matches!(block, Block::Part(..)));
                if !is_built || !title.is_empty() {
                    self.fault(place, ("is a playground, which holds built parts alone and has no title", "move its text into a fold"));
                }
            }
            Block::Named { name, title, .. } if name == "close" => {
                if !is_last || !title.is_empty() {
                    self.fault(place, ("is a close, which has no title and stands at the end", "move or correct it"));
                }
            }
            Block::Named { name, .. } => {
                self.fault(
                    place,
                    (format!("is the unknown block `::: {name}`"), "use `playground`, `fold` or `close`, and `essay` on a card"),
                );
            }
            Block::Prose(_) | Block::Part(..) => {
                self.fault(place, ("stands after the steps and in no block", "put it into `::: fold TITLE` or `::: close`"));
            }
        }
    }

    fn block_words(&mut self, place: &str, block: &Block) -> usize {
        match block {
            Block::Prose(text) => self.words(place, text),
            Block::Named { blocks, .. } => blocks.iter().map(|block| self.block_words(place, block)).sum(),
            Block::Part(..) => 0,
        }
    }

    /// How many words `text` has; adds its faults.
    fn words(&mut self, place: &str, text: &str) -> usize {
        cited::words(text, self.content).unwrap_or_else(|messages| {
            messages.into_iter().for_each(|message| self.fault(place, message));
            // It has words, but nobody can say how many.
            1
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::scene;

    const CARD: &str = "### One\nstage: a\n\nIn Almaty.\n\n";

    fn found(lead: &str, body: &str) -> Vec<String> {
        let text = format!("title: T\nshort: S\nlead: {lead}\n\n{body}");
        let scene = scene::parse("x", "en/walk/x.md", &text).expect("parses");
        let mut found = Vec::new();
        faults(&Content { scenes: vec![scene], ..Content::default() }, &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    fn words(count: usize) -> String {
        vec!["word"; count].join(" ")
    }

    #[test]
    fn texts_of_the_right_length_pass() {
        let card = format!("### One\nstage: a\n\n{}\n\n::: essay\n{}\n:::\n\n", words(40), words(5));
        let place = format!("### Two\nstage: b\nexplains: Almaty\n\nAlmaty {}\n\n", words(59));
        let after = "::: playground\n::figure x\n:::\n\n::: fold More\nAny length.\n:::\n\n::: close\nOn.\n:::\n";
        assert_eq!(found(&words(70), &[&card, &place, after].concat()), Vec::<String>::new());
        assert_eq!(found("", "Paragraphs.\n\n::: verdict\nAny name.\n:::\n"), Vec::<String>::new());
    }

    #[test]
    fn a_figure_that_the_articles_program_does_not_have_is_refused() {
        let text = "title: T\nshort: S\nlead: L\n\n::: playground\n::figure x\n::figure y\n:::\n";
        let scene = scene::parse("s", "en/walk/s.md", text).expect("parses");
        let content = Content { scenes: vec![scene], ..Content::default() };
        let found: Vec<String> = figures(&content, |id| id == "x").iter().map(ToString::to_string).collect();
        let [fault] = &*found else { panic!("{found:?}") };
        assert!(fault.contains("en/walk/s.md") && fault.contains("`y`") && fault.contains("IN_ARTICLE"), "{fault}");
    }

    #[test]
    fn faults_name_file_place_and_remedy() {
        let long = format!("### One\nstage: a\n\n{}\n", words(46));
        let long_place = format!("### One\nstage: a\nexplains: word\n\n{}\n", words(61));
        let many = CARD.repeat(MOST_STEPS + 1);
        let block = |text: &str| [CARD, text].concat();
        for (lead, body, place, said) in [
            (&*words(71), CARD, "lead", "has 71 words; write at most 70"),
            ("", CARD, "lead", "is missing"),
            ("L", &*long, "step 1 (One)", "has 46 words on its card; write at most 45, or 60 where"),
            ("L", &*long_place, "step 1 (One)", "has 61 words on its card; write at most 60"),
            ("L", "### One\nstage: a\nexplains: Osh\n\nIn Almaty.\n", "step 1 (One)", "explains `Osh`, which its card does not name"),
            ("L", "### One\nstage: a\n", "step 1 (One)", "without text"),
            ("L", "### \nstage: a\n\nText.\n", "step 1 ()", "has no heading"),
            ("L [[none]]", CARD, "lead", "unknown fact `none`"),
            ("L", "### One\nstage: a\n\nText [[none]].\n", "step 1 (One)", "unknown fact `none`"),
            ("L", "### One\nstage: a\n\n::: essay Hers\nText.\n:::\n", "step 1 (One)", "is not shown"),
            ("L", &*block("::: fold\nText.\n:::\n"), "block 1", "under no title"),
            ("L", &*block("::: fold F\nText [[none]].\n:::\n"), "block 1", "unknown fact `none`"),
            ("L", &*block("::: close\nOn.\n:::\n::: fold F\nText.\n:::\n"), "block 1", "stands at the end"),
            ("L", &*block("::: playground\nText.\n:::\n"), "block 1", "holds built parts alone"),
            ("L", &*block("::: playground Play\n::figure x\n:::\n"), "block 1", "has no title"),
            ("L", &*block("::: rumour\nText.\n:::\n"), "block 1", "unknown block `::: rumour`"),
            ("L", &*many, "", "has 10 steps"),
        ] {
            let place = if place.is_empty() { "en/walk/x.md: ".to_owned() } else { format!("en/walk/x.md: {place}: ") };
            let found = found(lead, body);
            assert!(found.len() == 1 && found[0].starts_with(&place) && found[0].contains(said), "{said}: {found:?}");
        }
    }

    #[test]
    fn a_stage_that_nothing_draws_is_refused() {
        let scene = scene::parse("x", "en/walk/x.md", &["title: T\nshort: S\nlead: L\n\n", CARD].concat()).expect("parses");
        let content = Content { scenes: vec![scene], ..Content::default() };
        let knows = |name: &'static str| {
            move |scene: &Scene, stage: &Stage| {
                assert_eq!(scene.id, "x");
                if *stage == Stage::Own(name.into()) { Ok(()) } else { Err(("is unknown", "correct it").into()) }
            }
        };
        assert!(stages(&content, knows("a")).is_empty());
        let refused = stages(&content, knows("b"));
        assert_eq!(refused[0].to_string(), "en/walk/x.md: step 1 (One): has a stage that is unknown; correct it");
    }
}
