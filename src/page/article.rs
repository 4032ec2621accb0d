//! The whole article as HTML: top line, cover, summary, scenes, sources and method, notes, footer.

use leptos::prelude::*;

use super::{
    appendix, bibliography, imprint, notes, notes::Sources, offline_copies::Sizes, outline, parts, reading, reference, whole_ledger,
};
use crate::content::{
    Content,
    chapter::{Block, Chapter},
    error::Diagnostic,
    fact::Fact,
    markdown::{self, Notes},
    scene::Scene,
};
use crate::ui::{medium::Medium, rendered::Rendered};
use crate::walk::{
    self, answer,
    cites::{self, Cited},
    cover, drawn,
    scene::Builders,
    still::{Opens, Still},
};

/// The id of the list of scenes.
const LIST: &str = "scenes";

/// The slug of the text after the last scene, `en/pages/sources.md`.
const SOURCES: &str = "sources";

/// What stands in the page's `<body>`. Its notes lead to the page of sources; `sizes` are those of the files that it offers.
///
/// # Errors
/// The faults of references that cannot be resolved, each with its file.
pub fn body(content: &Content, sizes: Sizes) -> Result<Rendered, Vec<Diagnostic>> {
    Medium::Page.rendered(|| {
        provide_context(sizes);
        view(content, Sources::Counted)
    })
}

/// The same for a file that stands alone: with all figures and the whole ledger after the article, and with notes that name
/// their sources.
///
/// # Errors
/// The same.
pub fn alone(content: &Content) -> Result<Rendered, Vec<Diagnostic>> {
    Medium::SingleFile.rendered(|| view(content, Sources::Named))
}

/// The same for a book, without what leads around a page or needs script.
///
/// # Errors
/// The same.
pub(crate) fn book(content: &Content) -> Result<Rendered, Vec<Diagnostic>> {
    Medium::Book.rendered(|| view(content, Sources::Named))
}

fn view(content: &Content, sources: Sources) -> Result<AnyView, Vec<Diagnostic>> {
    let mut notes = Notes::default();
    let mut scenes = Vec::new();
    for scene in &content.scenes {
        notes.enter(&scene.id);
        scenes.push(scene_view(content, scene, &mut notes, sources)?);
    }
    notes.enter(SOURCES);
    let method = section(content, content.page(SOURCES)?, &mut notes, sources)?;
    // What stands alone has no pages beside it, so what they hold follows.
    let (beside, appendix, list) = match sources {
        Sources::Counted => (Some(reference::links(content, "", "")), None, None),
        Sources::Named => {
            let figures = appendix::figures(content, &mut notes)?;
            let ledger = whole_ledger::section(content, &mut notes).map_err(|fault| vec![fault.within("en/ledger.json")])?;
            (None, Some(view! { {figures}{ledger} }), Some(bibliography::section(content)?))
        }
    };
    let is_page = Medium::current().is_interactive();
    let footer = is_page.then(|| imprint::footer(content, "")).transpose()?;
    let cited = |fact: &Fact| notes::cited(content, fact, sources);
    let cover = cover::header(content, &cited)?;
    let minutes = reading::minutes(reading::words(content));
    let essay = imprint::essay_in_text(content);
    let in_short = cover::in_short(content, &cited, &essay, minutes, dates(content).into_any())?;
    let skip = content.label("skip").to_owned();
    let first = ["#", cover::IN_SHORT].concat();
    let ways = is_page.then(|| view! { <a class="skip" href=first>{skip}</a>{top_line(content)} });
    Ok(view! {
        {ways}
        {cover}
        <main>
            <article>{in_short}{scenes}{method}{appendix}{notes::view(content, &notes, sources)}{list}</article>
        </main>
        {beside}
        {footer}
    }
    .into_any())
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

/// The line that stays in view: the page's name, which leads to its top, and the list of scenes. A script marks the one that is
/// being read, and says it where the list is folded away.
fn top_line(content: &Content) -> impl IntoView + use<> {
    let entries = outline::entries(content);
    let label = |key: &'static str| content.label(key).to_owned();
    // The script fills in the number of the scene.
    let place = content.label_with("contents_place", &[("count", &entries.len().to_string())]);
    let items: Vec<_> = entries.into_iter().map(|entry| view! { <li><a href=["#", &entry.id].concat()>{entry.title}</a></li> }).collect();
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
fn scene_view(content: &Content, scene: &Scene, notes: &mut Notes, sources: Sources) -> Result<AnyView, Vec<Diagnostic>> {
    let cited = |fact: &Fact| notes::cited(content, fact, sources);
    let taken = match sources {
        Sources::Named => appendix::ids(content),
        Sources::Counted => appendix::shown(content),
    };
    let builders = Builders {
        still: &|step, _| {
            drawn::still(content, scene, step).map(|still| match sources {
                Sources::Named => Still { opens: still.opens.map(Opens::inside), ..still },
                Sources::Counted => still,
            })
        },
        part: &|notes, name, argument| match name {
            "figure" => figure_with_cites(content, notes, argument, &cited),
            _ => parts::view(content, notes, name, argument),
        },
        cited: &cited,
        is_taken: &|id| taken.contains(&id),
    };
    if scene.id == answer::ID {
        return answer::view(content, notes, scene, &builders);
    }
    walk::scene::view(content, notes, scene, &builders)
}

/// The figure `id` as scenes show it: what it cites stands under it in one mark, as under a card.
fn figure_with_cites(content: &Content, notes: &mut Notes, id: &str, cited: Cited<'_>) -> Result<AnyView, Diagnostic> {
    let (figure, citations) = notes.gathering(|notes| parts::view(content, notes, "figure", id));
    let mark = cites::view(content, &citations, cited);
    Ok(view! { {figure?}{mark} }.into_any())
}

/// A text in the form of a chapter as the article's last section.
fn section(content: &Content, text: &Chapter, notes: &mut Notes, sources: Sources) -> Result<AnyView, Vec<Diagnostic>> {
    let body = blocks(content, text, notes, sources)?;
    let heading = [&text.slug, "-title"].concat();
    let labelled_by = heading.clone();
    Ok(view! {
        <section class="chapter" id=text.slug.clone() aria-labelledby=labelled_by>
            <header>
                <h2 id=heading>{text.title.clone()}</h2>
                <p class="standfirst">{text.standfirst.clone()}</p>
            </header>
            {body}
        </section>
    }
    .into_any())
}

/// What follows the heading of `text`: its prose and parts; the facts that they cite become `notes`.
///
/// # Errors
/// The faults of references that cannot be resolved, each with its file.
pub(crate) fn blocks(content: &Content, text: &Chapter, notes: &mut Notes, sources: Sources) -> Result<Vec<AnyView>, Vec<Diagnostic>> {
    let mut body = Vec::new();
    for block in &text.blocks {
        let mut render =
            |markdown: &str| markdown::render(markdown, content, notes).map_err(|faults| Diagnostic::all(&text.file, "", faults));
        match block {
            Block::Prose(markdown) => {
                let html = render(markdown)?;
                body.push(view! { <div class="prose" inner_html=html></div> }.into_any());
            }
            // Told on the page of sources, to which the page leads.
            Block::Part(name, _) if name == "disagreements" && sources == Sources::Counted => {
                body.push(bibliography::link_to_disagreements(content).into_any());
            }
            Block::Part(name, argument) => {
                body.push(parts::view(content, notes, name, argument).map_err(|fault| vec![fault.within(&text.file)])?)
            }
        }
    }
    Ok(body)
}
