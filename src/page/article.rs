//! The whole article as HTML: cover, summary, top line, chapters and scenes, notes, footer.

use leptos::prelude::*;

use super::{
    bibliography, imprint, notes,
    notes::Sources,
    outline::{self, Part},
    parts, reading, reference, whole_ledger,
};
use crate::content::{
    Content,
    chapter::{Block, Chapter, Voice},
    fact::Fact,
    markdown::{self, Notes},
    scene::Scene,
};
use crate::walk::{self, cover, drawn, scene::Builders};

/// The id of the list of chapters.
const LIST: &str = "chapters";

/// What stands in the page's `<body>`: cover, summary, top line, chapters, notes, footer. Its notes lead to the page of sources.
///
/// # Errors
/// The faults of references that cannot be resolved, each with its file.
pub fn body(content: &Content) -> Result<String, Vec<String>> {
    written(content, Sources::Counted)
}

/// The same for a file that stands alone: with the whole ledger after the chapters, and with notes that name their sources.
///
/// # Errors
/// The same.
pub(crate) fn alone(content: &Content) -> Result<String, Vec<String>> {
    written(content, Sources::Named)
}

fn written(content: &Content, sources: Sources) -> Result<String, Vec<String>> {
    let mut notes = Notes::default();
    let mut chapters = Vec::new();
    for part in outline::parts(content) {
        notes.enter(part.id());
        chapters.push(match part {
            Part::Chapter(chapter) => chapter_view(content, chapter, &mut notes, sources)?,
            Part::Scene(scene) => scene_view(content, scene, &mut notes, sources)?,
        });
    }
    let ledger = match sources {
        Sources::Named => Some(whole_ledger::section(content, &mut notes).map_err(|fault| vec![format!("en/ledger.json: {fault}")])?),
        Sources::Counted => None,
    };
    let one = |fault: String| vec![fault];
    let footer = imprint::footer(content, "").map_err(one)?;
    // What stands alone has no pages beside it.
    let beside = (sources == Sources::Counted).then(|| reference::links(content, "", ""));
    let cited = |fact: &Fact| notes::cited(content, fact, sources);
    let cover = cover::header(content, &cited).map_err(one)?;
    let minutes = reading::minutes(reading::words(content));
    let essay = imprint::essay_in_text(content);
    let in_short = cover::in_short(content, &cited, &essay, minutes, dates(content).into_any()).map_err(one)?;
    let skip = content.label("skip").to_owned();
    let first = content.chapters.first().map_or_else(String::new, |c| format!("#{}", c.slug));
    let view = view! {
        <a class="skip" href=first>{skip}</a>
        {cover}
        {top_line(content)}
        <main>
            {in_short}
            <article>{chapters}{ledger}{notes::view(content, &notes, sources)}</article>
        </main>
        {beside}
        {footer}
    };
    Ok(view.to_html())
}

/// How fresh the text is: the day of the edition, and the day up to which sources were read.
fn dates(content: &Content) -> impl IntoView + use<> {
    content.config.as_ref().map(|config| {
        let edition = content.label_with("edition", &[("date", &content.date_long(&config.edition_date))]);
        let read_to = content.label_with("read_to", &[("date", &content.date_long(&config.data_date))]);
        view! {
            <li><time datetime=config.edition_date.clone()>{edition}</time></li>
            <li><time datetime=config.data_date.clone()>{read_to}</time></li>
        }
    })
}

/// The line that stays in view: the page's name, which leads to its top, and the list of chapters. A script marks the one that is
/// being read, and says it where the list is folded away.
fn top_line(content: &Content) -> impl IntoView + use<> {
    let item = |part: &Part<'_>| {
        let (href, title) = (format!("#{}", part.id()), part.title().to_owned());
        view! { <li><a href=href>{title}</a></li> }
    };
    let items: Vec<_> = outline::parts(content).iter().map(item).collect();
    let label = |key: &'static str| content.label(key).to_owned();
    // The script fills in the number of the chapter.
    let place = content.label_with("contents_place", &[("count", &items.len().to_string())]);
    view! {
        <div class="top">
            <a href=["#", cover::TOP].concat()>{label("headline")}</a>
            <nav class="contents" aria-label=label("contents")>
                <button type="button" popovertarget=LIST data-place=place>{label("contents")}</button>
                <ol id=LIST popover="auto">{items}</ol>
            </nav>
        </div>
    }
}

/// A scene of the walk, whose marks tell of sources as the notes do.
fn scene_view(content: &Content, scene: &Scene, notes: &mut Notes, sources: Sources) -> Result<AnyView, Vec<String>> {
    let cited = |fact: &Fact| notes::cited(content, fact, sources);
    let builders = Builders {
        still: &|step, _| {
            let drawn = drawn::find(&scene.id)
                .ok_or_else(|| format!("has steps, but no stage is drawn for `{}`; add it to src/walk/drawn.rs", scene.id))?;
            (drawn.still)(content, step)
        },
        part: &|notes, name, argument| parts::view(content, notes, name, argument),
        cited: &cited,
    };
    walk::scene::view(content, notes, scene, &builders)
}

fn chapter_view(content: &Content, chapter: &Chapter, notes: &mut Notes, sources: Sources) -> Result<AnyView, Vec<String>> {
    let body = blocks(content, chapter, notes, sources)?;
    let heading = format!("{}-title", chapter.slug);
    let labelled_by = heading.clone();
    Ok(view! {
        <section class="chapter" id=chapter.slug.clone() aria-labelledby=labelled_by>
            <header>
                <h2 id=heading>{chapter.title.clone()}</h2>
                <p class="standfirst">{chapter.standfirst.clone()}</p>
            </header>
            {body}
        </section>
    }
    .into_any())
}

/// What follows the heading of `chapter`: its prose, asides and parts; the facts that they cite become `notes`.
///
/// # Errors
/// The faults of references that cannot be resolved, each with its file.
pub(crate) fn blocks(content: &Content, chapter: &Chapter, notes: &mut Notes, sources: Sources) -> Result<Vec<AnyView>, Vec<String>> {
    let mut body = Vec::new();
    for block in &chapter.blocks {
        let mut render = |text: &str| {
            markdown::render(text, content, notes).map_err(|f| f.into_iter().map(|m| format!("{}: {m}", chapter.file)).collect::<Vec<_>>())
        };
        match block {
            Block::Prose(text) => {
                let html = render(text)?;
                body.push(view! { <div class="prose" inner_html=html></div> }.into_any());
            }
            Block::Aside(voice, title, text) => {
                let html = render(text)?;
                let (class, label) = match voice {
                    Voice::Essay => ("voice-essay", "voice_essay"),
                    Voice::Sources => ("voice-sources", "voice_sources"),
                };
                let label = content.label(label).to_owned();
                let title = title.clone().map(|t| view! { <strong>{t}</strong> });
                body.push(
                    view! { <aside class=class><p class="voice">{label}" "{title}</p><div inner_html=html></div></aside> }.into_any(),
                );
            }
            // Told on the page of sources, to which the page leads.
            Block::Part(name, _) if name == "disagreements" && sources == Sources::Counted => {
                body.push(bibliography::link_to_disagreements(content).into_any());
            }
            Block::Part(name, argument) => {
                body.push(parts::view(content, notes, name, argument).map_err(|m| vec![format!("{}: {m}", chapter.file)])?)
            }
        }
    }
    Ok(body)
}
