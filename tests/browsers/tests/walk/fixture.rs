//! A page of two scenes with dummy stills, made by the site's own views, styles and scripts: what the walk does is tried on
//! it apart from what the scenes of the page show.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use browsers::{ServerConfig, TestResult};
use csto_explainer::{
    build::{
        assets,
        document::{Body, Document, Kind},
        fonts::{Delivery, Fonts},
        head::{self, Head},
        loader,
    },
    content::{
        Content,
        error::Diagnostic,
        markdown::Notes,
        scene::{self, Stage, Step},
    },
    page::notes::{self, Sources},
    walk::{
        scene::Builders,
        still::{self, Still},
    },
};
use leptos::prelude::*;

/// The scenes with the numbers of their steps.
pub(super) const SCENES: [(&str, usize); 2] = [("first", 6), ("second", 3)];

/// A line above everything, as the page has one: stages stick below it. Text of some length stands before and after the
/// scenes, so that they can be scrolled to and left.
const STYLE: &str = ":root { --top-line: 2.5rem; }
.bar { position: sticky; inset-block-start: 0; z-index: 3; block-size: var(--top-line); background: var(--sunk); }
.filler { block-size: 60rem; }";

/// The built page, served from a folder of its own.
pub(super) fn site() -> TestResult<ServerConfig> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    Ok(ServerConfig::of(FOLDER.get_or_init(write).as_ref().map_err(Clone::clone)?))
}

fn write() -> Result<PathBuf, String> {
    let (project, content) = (crate::project(), crate::content()?);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("walk");
    let html = page(&project, &content)?;
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("index.html"), html))
        .and_then(|()| fs::copy(project.join("public/icon.svg"), folder.join("icon.svg")).map(drop));
    written.map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(folder)
}

fn page(project: &Path, content: &Content) -> Result<String, String> {
    let styles = project.join("style");
    let names = ["tokens.css", "page.css", "figure.css", "notes.css", "shell.css", "cites.css", "walk.css", "print.css"];
    let of = |names: &[&str]| assets::styles(&styles, names).map_err(|fault| fault.to_string());
    let style = of(&names)? + STYLE;
    let bars = head::bars(&of(&["tokens.css"])?).map_err(|fault| fault.to_string())?;
    let head = Head {
        language: "en",
        title: "Walk",
        description: "A page of the tests",
        picture: head::PICTURE.0,
        picture_words: "",
        to_root: "./",
        path: "walk/",
        public_url: None,
        oembed: None,
        forwards_to: None,
        bars: &bars,
        style: &style,
        // The stand-ins of the system, so that no width waits for a file.
        fonts: (&Fonts::default(), Delivery::WhenLive),
        icon_inside: None,
        data: None,
    };
    let document = Document {
        head: &head,
        kind: Kind::Page,
        scripts: vec![loader::walk()],
        body: body(content)?,
        shows_frames: false,
        live_reload: false,
    };
    Ok(document.output().text)
}

fn body(content: &Content) -> Result<Body, String> {
    let mut marks = Notes::default();
    let builders = Builders {
        is_taken: &|_| false,
        still: &still,
        part: &|_, name, _| Err(Diagnostic::unplaced(format!("asks for {name}"), "leave it out")),
        cited: &|fact| notes::cited(content, fact, Sources::Counted),
    };
    let mut scenes = Vec::new();
    for (id, _) in SCENES {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/walk/{id}.md"));
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let scene = scene::parse(id, &file.display().to_string(), &text).map_err(|fault| fault.to_string())?;
        let view = csto_explainer::walk::scene::view(content, &mut marks, &scene, &builders).map_err(|faults| format!("{faults:#?}"))?;
        scenes.push(view);
    }
    let view = view! {
        <div class="bar"><a href="#top">"Walk"</a></div>
        <main>
            <h1 id="top">"Walk"</h1>
            <div class="filler"></div>
            {scenes}
            <div class="filler"></div>
            {notes::view(content, &marks, Sources::Counted)}
        </main>
    };
    // The links of marks lead to a page that is not beside this one.
    Ok(Body::of(view))
}

/// A still that says which it is: a drawing of many dots, a table, or a text.
fn still(step: &Step, _: &mut Notes) -> Result<Still, Diagnostic> {
    let Stage::Own(name) = &step.stage else { return Err(Diagnostic::unplaced("is no dummy", "write the name of one")) };
    let drawing = |class: &str, width: u32, height: u32| {
        format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\"><path d=\"{}\" fill=\"none\" stroke=\"var(--russia)\" \
             stroke-width=\"6\" stroke-linecap=\"round\" stroke-dasharray=\"0 10\"/></svg>",
            (0..height / 10).map(|row| format!("M5 {}h{}", row * 10 + 5, width - 10)).collect::<String>()
        )
    };
    let body = match &**name {
        "dots" => still::Body::Drawing(drawing("narrow", 310, 350) + &drawing("wide", 640, 500)),
        "html" => still::Body::Html(view! { <table><tbody><tr><td>"A table that is a picture"</td></tr></tbody></table> }.into_any()),
        "text" => still::Body::Html(view! { <p>"A text that is a picture"</p> }.into_any()),
        name => return Err(Diagnostic::unplaced(format!("is the unknown `{name}`"), "write the name of a dummy")),
    };
    Ok(Still {
        title: format!("A title of two lines, as titles of stages often are: {name}"),
        sentence: "Dots stand for nothing.".into(),
        body,
        opens: None,
    })
}
