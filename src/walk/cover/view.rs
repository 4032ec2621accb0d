//! The cover, the game on it and the summary after it, as built HTML.

use leptos::prelude::*;

use super::{FIGURE, IN_SHORT, TOP, data::GameData, field::Field, script};
use crate::{
    content::{
        Content,
        citation::Citations,
        cited,
        error::Diagnostic,
        markdown::{self, Notes},
        scene::{Block, Scene},
    },
    text::words::grouped,
    ui::{medium::Medium, rendered},
    walk::{
        anchors,
        cites::{self, Cited},
    },
};

/// Where the game's line stands at first, in percent.
const MIDDLE: u32 = 50;

/// The marks of the scale, in percent.
const SCALE: [u32; 3] = [0, 50, 100];

/// Texts of the cover or the summary, with what they have cited.
struct Texts<'a> {
    content: &'a Content,
    scene: &'a Scene,
    citations: Citations,
}

impl<'a> Texts<'a> {
    fn new(content: &'a Content, scene: Option<&'a Scene>, file: &str) -> Result<Self, Diagnostic> {
        let scene = scene.ok_or_else(|| Diagnostic::missing(file))?;
        Ok(Self { content, scene, citations: Citations::default() })
    }

    /// Those of the cover.
    fn cover(content: &'a Content) -> Result<Self, Diagnostic> {
        Self::new(content, content.cover.as_ref(), "walk/cover.md")
    }

    fn html(&mut self, text: &str) -> Result<String, Diagnostic> {
        let joined = cited::joined(text, self.content, &mut Notes::default(), &mut self.citations);
        joined.map_err(|faults| Diagnostic::first(&self.scene.file, "", faults))
    }

    fn take(&mut self, block: cited::Cited) -> String {
        self.citations.join(block.citations);
        block.html
    }

    fn block(&mut self, name: &str) -> Result<String, Diagnostic> {
        let text = self.scene.block(name)?;
        self.html(text)
    }

    /// The mark for what was cited since the last.
    fn mark(&mut self, cited: Cited<'_>) -> Option<AnyView> {
        cites::view(self.content, &std::mem::take(&mut self.citations), cited)
    }
}

/// The cover: headline, what happened, the dead, and the game.
///
/// # Errors
/// What the content lacks.
pub fn header(content: &Content, cited: Cited<'_>) -> Result<AnyView, Diagnostic> {
    let mut texts = Texts::cover(content)?;
    let lead = texts.html(&texts.scene.lead)?;
    let dead = texts.block("dead")?;
    let sources = texts.mark(cited);
    let next = content.scenes.first().map_or_else(String::new, |scene| ["#", &scene.id].concat());
    let game = game(content, &next, cited)?;
    let anchors = anchors::view(&texts.scene.also, &|_| false);
    Ok(view! {
        <header class="cover" id=TOP>
            {anchors}
            <div class="head">
                <h1>{content.label("headline").to_owned()}</h1>
                <div class="lead" inner_html=lead></div>
                <div class="dead"><div inner_html=dead></div>{sources}</div>
            </div>
            {game}
        </header>
    }
    .into_any())
}

/// The game, with its script; `next` is where a reader goes on.
///
/// # Errors
/// What the content lacks.
pub fn game(content: &Content, next: &str, cited: Cited<'_>) -> Result<AnyView, Diagnostic> {
    let data = GameData::of(content)?;
    let mut texts = Texts::cover(content)?;
    let [low, high, edge] = data.zones;
    let question = texts.block("question")?;
    let show = texts.block("show")?;
    let guessed = slot("guessed", &MIDDLE.to_string());
    let mut replies = Vec::new();
    // What is said of a guess up to so many percent.
    for (name, most) in [("guess-under", low.saturating_sub(1)), ("guess-within", high), ("guess-edge", edge), ("guess-over", 100)] {
        let html = texts.block(name)?.replace("{guess}", &guessed);
        replies.push(view! { <div class="reply" data-most=most tabindex="-1" hidden inner_html=html></div> });
    }
    let key = texts.block("key")?;
    let sources = texts.mark(cited);
    let drawings = Field::both(data.total).map(|field| field.svg([low, high])).concat();
    let label = |key: &'static str| content.label(key).to_owned();
    let soldiers = slot("soldiers", &grouped(data.total * MIDDLE / 100));
    let readout = markdown::escape(content.label("cover_readout")).replace("{guess}", &guessed).replace("{soldiers}", &soldiers);
    let scale = SCALE.map(|percent| {
        let label = content.label_with("percent_short", &[("", &percent.to_string())]);
        view! { <span>{label}</span>" " }
    });
    let name = content.figure_word(FIGURE, "guess_label").to_owned();
    let next = next.to_owned();
    Ok(view! {
        <figure class="game" data-embed=FIGURE>
            <figcaption inner_html=question></figcaption>
            <div class="reply" tabindex="-1" inner_html=show></div>
            {replies}
            <p class="readout needs-script" aria-hidden="true" inner_html=readout></p>
            <p class="yours needs-script" aria-hidden="true">{label("cover_yours")}</p>
            <div class="field">
                <div inner_html=drawings></div>
                <span class="line needs-script"></span>
                <input class="needs-script" type="range" min="0" max="100" value=MIDDLE data-total=data.total autocomplete="off" aria-label=name/>
            </div>
            <p class="scale" aria-hidden="true">{scale}</p>
            <div class="acts">
                <button type="button" class="press main needs-script">{label("cover_guess")}</button>
                <details>
                    <summary class="press">{label("cover_show")}</summary>
                    <div class="key" inner_html=key></div>
                    <p class="acts">
                        <a class="press main" href=next>{label("cover_next")}</a>
                        <button type="button" class="press needs-script">{label("cover_again")}</button>
                        <button type="button" class="press needs-script" data-part="share" hidden=!Medium::current().has_address() aria-expanded="false">{label("cover_share")}</button>
                    </p>
                    {sources}
                </details>
                <span class="hint needs-script">{label("cover_hint")}</span>
            </div>
            <p class="fig-alert" hidden>{label("bad_address")}</p>
        </figure>
        {rendered::script(script())}
    }
    .into_any())
}

/// The reader's guess once more, on a field of its own, with the way to hand it on. It is hidden until the script of the game
/// knows a guess. `markdown` has `{guess}` in the place of its number.
///
/// # Errors
/// What the content lacks, or what the text refers to in vain.
pub fn guess_again(content: &Content, markdown: &str, cited: Cited<'_>) -> Result<AnyView, Vec<Diagnostic>> {
    let data = GameData::of(content)?;
    let [low, high, _] = data.zones;
    let mut citations = Citations::default();
    let html = cited::joined(markdown, content, &mut Notes::default(), &mut citations).map_err(|faults| Diagnostic::all("", "", faults))?;
    let html = html.replace("{guess}", &slot("guessed", &MIDDLE.to_string()));
    let sources = cites::view(content, &citations, cited);
    let drawings = Field::both(data.total).map(|field| field.svg([low, high])).concat();
    let label = |key: &'static str| content.label(key).to_owned();
    Ok(view! {
        <figure class="game is-answered is-live recall" data-embed=FIGURE hidden>
            <figcaption inner_html=html></figcaption>
            <p class="yours" aria-hidden="true">{label("cover_yours")}</p>
            <div class="field"><div inner_html=drawings></div><span class="line"></span></div>
            <p class="acts">
                <button type="button" class="press" data-part="share" hidden=!Medium::current().has_address() aria-expanded="false">{label("cover_share")}</button>
            </p>
            {sources}
        </figure>
    }
    .into_any())
}

/// A place that the script fills, with what stands there first.
fn slot(name: &str, value: &str) -> String {
    format!("<span class=\"{name}\">{value}</span>")
}

/// The summary: who stops here knows the answer. `essay` names the essay in HTML, `minutes` are those that the walk takes to
/// read, and `dates` are items that say of when the text is.
///
/// # Errors
/// What the content lacks.
pub fn in_short(content: &Content, cited: Cited<'_>, essay: &str, minutes: usize, dates: AnyView) -> Result<AnyView, Diagnostic> {
    let mut texts = Texts::new(content, content.in_short.as_ref(), "walk/in-short.md")?;
    let scene = texts.scene;
    let lead = texts.html(&scene.lead)?;
    let lead_sources = texts.mark(cited);
    let mut sentences = Vec::new();
    for text in scene.blocks.iter().filter_map(displayed) {
        let rendered = cited::render(text, content, &mut Notes::default());
        for block in rendered.map_err(|faults| Diagnostic::first(&scene.file, "", faults))? {
            let html = texts.take(block);
            let sources = texts.mark(cited);
            sentences.push(view! { <div class="sentence text"><div inner_html=html></div>{sources}</div> });
        }
    }
    let about = texts.block("about")?.replace("{essay}", essay);
    let about_sources = texts.mark(cited);
    let length = scene.block("length")?.replace("{minutes}", &minutes.to_string());
    Ok(view! {
        <section class="short" id=IN_SHORT aria-labelledby="in-short-title">
            <h2 id="in-short-title">{scene.title.clone()}</h2>
            <div class="members text"><div inner_html=lead></div>{lead_sources}</div>
            {sentences}
            <div class="about text"><div inner_html=about></div>{about_sources}</div>
            <ul class="dates"><li>{length}</li>{dates}</ul>
        </section>
    }
    .into_any())
}

/// The text of a block that the summary shows in display type: paragraphs, and the essay's.
fn displayed(block: &Block) -> Option<&str> {
    match block {
        Block::Prose(text) => Some(text),
        Block::Named { name, blocks, .. } if name == "essay" => blocks.iter().find_map(displayed),
        _ => None,
    }
}
