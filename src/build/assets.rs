//! What the documents are built from besides the content: the compiled program, when Trunk has written it, and styles.

use std::{collections::BTreeMap, fs, path::Path};

use super::{code::Program, minify, programs};
use crate::{
    content::error::Diagnostic,
    figures::{figure::Figure, registry, treaty},
    ui::paths,
    walk::cover,
};

/// The stylesheets of every document, before those of its figures.
const FIRST: [&str; 5] = ["font-fallbacks.css", "tokens.css", "page.css", "figure.css", "notes.css"];

/// Those of the article alone, after those of its figures.
const ARTICLE: &[&str] = &[
    "shell.css",
    "reference-links.css",
    "answer.css",
    "walk.css",
    "walk-fourteen-days.css",
    "walk-the-promise.css",
    "walk-record.css",
    "walk-who-came.css",
    "walk-what-it-changes.css",
    GAME[0],
    GAME[1],
    "cover.css",
];

/// Those of the game on the cover, which an embed has too.
const GAME: [&str; 2] = ["cites.css", "guess.css"];

/// That of the whole ledger, after the one that it shares with the figure.
const LEDGER: &str = "ledger-whole.css";

/// That of the table of members, which stands on the page of the treaty.
const MEMBERS: &str = "members.css";

/// That of the pages of the record and of the appendix.
const RECORD: &str = "record.css";

/// Those of the pages of the record, after their own.
const REFERENCE: [&str; 5] = [RECORD, "shell.css", "reference-links.css", "reference.css", PRINT];

/// That of paper, which outdoes the others.
const PRINT: &str = "print.css";

/// The stylesheets of the page, on which the figures `shown` stand, in the order in which they are inlined.
pub fn page_styles(shown: &[&str]) -> Vec<&'static str> {
    [&*before_print(registry::ALL.iter().filter(|figure| shown.contains(&figure.id))), &[PRINT]].concat()
}

/// The same for a file that stands alone, which holds all figures and the whole ledger.
pub(crate) fn alone_styles() -> Vec<&'static str> {
    [&*before_print(registry::ALL.iter()), &[RECORD, MEMBERS, LEDGER, PRINT]].concat()
}

fn before_print<'a>(figures: impl Iterator<Item = &'a Figure>) -> Vec<&'static str> {
    let mut names = FIRST.to_vec();
    for name in figures.flat_map(|figure| figure.built.styles) {
        if !names.contains(name) {
            names.push(name);
        }
    }
    [&*names, ARTICLE].concat()
}

/// The stylesheets of each page of the record, by its folder below the site's root.
pub(crate) fn reference_styles() -> Vec<(String, Vec<&'static str>)> {
    let with = |own: &[&'static str]| [&FIRST, own, &REFERENCE].concat();
    let treaty_styles = [treaty::FIGURE.built.styles, &["stacking.css", MEMBERS]].concat();
    let pages: [(&str, &[&str]); 4] = [
        (paths::SOURCES, &[]),
        (paths::LEDGER, &["stacking.css", "ledger.css", LEDGER]),
        (paths::TREATY, &treaty_styles),
        (paths::FIGURES, &[]),
    ];
    let pages = pages.into_iter().map(|(path, own)| (path.to_owned(), with(own)));
    let figures = registry::ALL.iter().map(|figure| (paths::figure(figure.id), with(figure.built.styles)));
    pages.chain(figures).collect()
}

/// The stylesheets of a document of mere words.
pub(crate) const PLAIN_STYLES: [&str; 4] = ["font-fallbacks.css", "tokens.css", "page.css", "not-found.css"];

/// The stylesheets of the publishers' page.
pub(crate) const BUILDER_STYLES: [&str; 4] = ["font-fallbacks.css", "tokens.css", "page.css", "builder.css"];

/// The stylesheets of a figure on a page of its own.
pub fn embed_styles(figure: &Figure) -> Vec<&'static str> {
    let game: &[_] = if figure.id == cover::FIGURE { &GAME } else { &[] };
    [&FIRST, figure.built.styles, &["embed.css"], game, &[PRINT]].concat()
}

/// What Trunk writes into its own script where the address of its server belongs; it stands only in a page to be served
/// with live reload.
const LIVE_RELOAD: &str = "{{__TRUNK_ADDRESS__}}";

/// What Trunk left in the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The one that Trunk compiled, which is the article's; absent when Trunk has not run: the page is then written without script for the figures.
    pub program: Option<Program>,
    /// That of the figures' own pages, where it is not the article's.
    pub reference: Option<Program>,
    /// Those that save pictures of one figure, by its id, where the documents' own programs do not.
    pub pictures: BTreeMap<String, Program>,
    /// Whether Trunk serves the page and reloads it on change.
    pub live_reload: bool,
}

impl Assets {
    /// All programs.
    pub(crate) fn programs(&self) -> impl Iterator<Item = &Program> {
        self.program.iter().chain(&self.reference).chain(self.pictures.values())
    }

    /// That of the figures' own pages.
    pub(crate) fn of_reference(&self) -> Option<&Program> {
        self.reference.as_ref().or(self.program.as_ref())
    }
}

/// Looks into `folder` for what Trunk has written; a folder that does not exist yet holds nothing.
///
/// # Errors
/// Names the folder that cannot be read, or that holds the files of two builds or half a build.
pub(crate) fn find(folder: &Path) -> Result<Assets, Diagnostic> {
    if !folder.exists() {
        return Ok(Assets::default());
    }
    let fault = |e: std::io::Error| Diagnostic::of_file(folder, format!("cannot be read ({e})"), "choose another folder");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        names.push(entry.map_err(fault)?.file_name().to_string_lossy().into_owned());
    }
    let live_reload = fs::read_to_string(folder.join("index.html")).is_ok_and(|html| html.contains(LIVE_RELOAD));
    let of = |start: &str| program(&names, start).map_err(|fault| fault.within(folder.display().to_string()));
    let mut pictures = BTreeMap::new();
    for figure in registry::ALL {
        pictures.extend(of(&programs::pictures(figure.id))?.map(|program| (figure.id.to_owned(), program)));
    }
    Ok(Assets { program: of(programs::PAGE)?, reference: of(programs::REFERENCE)?, pictures, live_reload })
}

/// The one whose files begin with `start`, a hash and an ending behind it.
fn program(names: &[String], start: &str) -> Result<Option<Program>, Diagnostic> {
    let is_hash = |text: &str| !text.contains('-');
    let of = |end: &str| -> Vec<&String> {
        names.iter().filter(|n| n.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).is_some_and(is_hash)).collect()
    };
    match (&of(".js")[..], &of("_bg.wasm")[..]) {
        ([], []) => Ok(None),
        ([script], [wasm]) => Ok(Some(Program { script: (*script).clone(), wasm: (*wasm).clone() })),
        (scripts, wasms) => Err(Diagnostic::unplaced(
            format!("holds {} scripts and {} WebAssembly files of the program", scripts.len(), wasms.len()),
            "empty the folder and build again",
        )),
    }
}

/// The stylesheets `names` of `folder`, made small and joined.
///
/// # Errors
/// Names the file that cannot be read, or is no style sheet.
pub fn styles(folder: &Path, names: &[&str]) -> Result<String, Diagnostic> {
    let mut style = String::new();
    for name in names {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).map_err(|e| Diagnostic::of_file(&path, format!("cannot be read ({e})"), "restore it"))?;
        style += &minify::style(&path.display().to_string(), &text)?;
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|n| (*n).to_owned()).collect()
    }

    #[test]
    fn the_program_is_found_by_its_name() {
        let found = program(&names(&["index.html", "csto-explainer-1f.js", "csto-explainer-1f_bg.wasm", "icon.svg"]), "csto-explainer-");
        assert_eq!(found, Ok(Some(Program { script: "csto-explainer-1f.js".into(), wasm: "csto-explainer-1f_bg.wasm".into() })));
        assert_eq!(program(&names(&["index.html"]), "csto-explainer-"), Ok(None));
    }

    #[test]
    fn half_a_build_and_two_builds_are_refused() {
        for list in [&["csto-explainer-1f.js"][..], &["csto-explainer-1.js", "csto-explainer-2.js", "csto-explainer-1_bg.wasm"][..]] {
            assert!(program(&names(list), "csto-explainer-").expect_err("refused").help.contains("empty the folder"));
        }
    }
}
