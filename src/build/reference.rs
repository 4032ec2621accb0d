//! The documents of the record beside the page: ledger, treaty, sources, the list of figures, and each figure.

use super::{
    context::BuildContext,
    document::{Body, Document, Kind},
    head::{self, Head},
    links::{self, Opens},
    loader,
    output::OutputFile,
    script::Script,
    share_picture,
};
use crate::{
    content::{Content, error::Diagnostic},
    figures::{self, figure::Figure, registry},
    page::{bibliography, figure_list, figure_page, treaty, whole_ledger},
    ui::{paths, rendered::Rendered},
};

/// From a page below the site's root to it.
const TO_ROOT: &str = "../";

/// All of them; `page` is the head of the page, whose language, picture and colours are theirs too.
///
/// # Errors
/// The faults of references that cannot be resolved, or the first of a figure.
pub(crate) fn outputs(content: &Content, page: &Head<'_>, context: &BuildContext) -> Result<Vec<OutputFile>, Vec<Diagnostic>> {
    let writer = Writer { content, page, context };
    let label = |key: &'static str| content.label(key);
    let picture = |figure: &Figure| figure.built.is_drawn.then(|| (share_picture::path(figure.id), head::PICTURE.1, head::PICTURE.2));
    let treaty_words = treaty::words(content)?;
    let treaty_body = led(treaty::body(content)?, treaty::TO_ROOT)?;
    let mut outputs = vec![
        writer.document(
            paths::SOURCES,
            [label("all_sources_title"), label("all_sources_standfirst")],
            bibliography::body(content, TO_ROOT)?,
            Vec::new(),
        ),
        writer.document(
            paths::LEDGER,
            [label("ledger_page_title"), label("ledger_page_standfirst")],
            whole_ledger::body(content, TO_ROOT)?,
            loader::ledger(),
        ),
        writer.document(
            paths::TREATY,
            [&treaty_words.title, &treaty_words.standfirst],
            treaty_body,
            loader::reference(content, &context.assets, treaty::TO_ROOT, figures::treaty::FIGURE.id),
        ),
        writer.document(
            paths::FIGURES,
            [label("figures_title"), label("figures_standfirst")],
            figure_list::body(content, picture)?,
            Vec::new(),
        ),
    ];
    for figure in registry::ALL {
        outputs.push(writer.figure(figure)?);
    }
    Ok(outputs)
}

/// With its links from the site's root.
///
/// # Errors
/// Where the HTML cannot be read.
fn led(rendered: Rendered, to_root: &str) -> Result<Rendered, Diagnostic> {
    Ok(Rendered { html: links::from(&rendered.html, to_root, Opens::Here)?, ..rendered })
}

struct Writer<'a> {
    content: &'a Content,
    page: &'a Head<'a>,
    context: &'a BuildContext,
}

impl Writer<'_> {
    /// The document in the folder `path`, with its title and description, its `body` and its `scripts`.
    fn document(&self, path: &str, [title, description]: [&str; 2], body: Rendered, scripts: Vec<Script>) -> OutputFile {
        let head = Head { title, description, to_root: TO_ROOT, path, style: self.style(path), data: None, ..self.page.clone() };
        self.output(&head, body, scripts)
    }

    /// The own page of `figure`.
    fn figure(&self, figure: &Figure) -> Result<OutputFile, Diagnostic> {
        let path = paths::figure(figure.id);
        let [title, question] = ["title", "question"].map(|key| self.content.figure_word(figure.id, key));
        let picture_words = self.content.label_with("share_figure", &[("title", title), ("question", question)]);
        let head = Head {
            title,
            description: question,
            picture: &share_picture::path(figure.id),
            picture_words: &picture_words,
            to_root: figure_page::TO_ROOT,
            path: &path,
            style: self.style(&path),
            data: None,
            ..self.page.clone()
        };
        let body = led(figure_page::body(self.content, figure)?, figure_page::TO_ROOT)?;
        Ok(self.output(&head, body, loader::reference(self.content, &self.context.assets, figure_page::TO_ROOT, figure.id)))
    }

    fn output(&self, head: &Head<'_>, body: Rendered, scripts: Vec<Script>) -> OutputFile {
        let live_reload = self.context.assets.live_reload;
        Document { head, kind: Kind::Page, scripts, body: Body::from(body), shows_frames: false, live_reload }.output()
    }

    fn style(&self, path: &str) -> &str {
        self.context.reference_styles.get(path).map_or("", String::as_str)
    }
}
