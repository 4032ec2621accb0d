//! The still picture of a step: its title and its drawing, as one image with one sentence.

use leptos::prelude::*;

use super::cites::Cited;
use crate::{
    content::{
        Content,
        error::Diagnostic,
        scene::{Scene, Stage, Step},
    },
    ui::paths,
};

/// What the app needs on the stage of a scene, as a payload; an error says what the content lacks.
pub(crate) type InApp = fn(&Content, &Scene, Cited<'_>) -> Result<String, Diagnostic>;

/// The drawings of a scene's own, as the build draws them.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// The scene's id.
    pub id: &'static str,
    /// The states of its own drawing, by name; those of figures have queries.
    pub states: &'static [&'static str],
    /// The still of a step that names one of `states`; an error says what the step or its drawing lacks.
    pub still: fn(&Content, &Step) -> Result<Still, Diagnostic>,
    /// What the app needs on this stage, for a stage on which it draws or listens.
    pub in_app: Option<InApp>,
}

/// What a stage shows in one state, as the build draws it.
pub struct Still {
    /// The finding, which stands above the drawing.
    pub title: String,
    /// What the drawing shows, for those who do not see it.
    pub sentence: String,
    /// The drawing itself.
    pub body: Body,
    /// Where more of it can be seen.
    pub opens: Option<Opens>,
}

/// A page of the site on which a reader finds more of what a still shows: the figure with its controls, table and sources, or the
/// rows of the ledger.
pub struct Opens {
    /// The key of the link's words.
    label: &'static str,
    /// The page, from the site's root, with a fragment where one is meant.
    page: String,
    /// The state in which the figure on that page opens, as a query without its `?`; empty for the one with which it begins.
    query: String,
}

impl Opens {
    /// The figure whose state `stage` shows.
    pub(crate) fn figure(stage: &Stage) -> Option<Self> {
        match stage {
            Stage::Figure { id, query } => Some(Self { query: query.clone(), ..Self::begun(id) }),
            Stage::Own(_) => None,
        }
    }

    /// The figure `id`, as it begins.
    pub(crate) fn begun(id: &str) -> Self {
        Self { label: "open_figure", page: paths::figure(id), query: String::new() }
    }

    /// The row `id` of the ledger.
    pub(crate) fn row(id: &str) -> Self {
        Self { label: "open_ledger", page: [paths::LEDGER, "#", id].concat(), query: String::new() }
    }

    /// For a document that holds all figures itself: they are led to by id, and begin as they do.
    pub(crate) fn inside(self) -> Self {
        Self { query: String::new(), ..self }
    }

    /// The link. `Open figure` says too little to somebody who hears a list of links, so the still's title follows.
    fn view(self, content: &Content, title: &str) -> impl IntoView + use<> {
        let href = if self.query.is_empty() { self.page } else { [&self.page, "?", &self.query].concat() };
        let label = content.label(self.label).to_owned();
        let full = [&label, ": ", title].concat();
        view! { <a class="open-figure" href=href aria-label=full>{label}</a> }
    }
}

/// The drawing of a still.
pub enum Body {
    /// As SVG, in every width; see [`crate::figures::frame::drawings`].
    Drawing(String),
    /// As static HTML without controls; assistive technology treats it as an image, too.
    Html(AnyView),
}

/// The still in the form that the style sheet needs: a box as tall as the scene, with a sticky picture inside.
///
/// To assistive technology it is one image, whose name is title and sentence. Both stand inside as text, too, because only
/// text survives when the page is copied or shown in a reading mode.
pub fn view(content: &Content, still: Still) -> impl IntoView + use<> {
    let Still { title, sentence, body, opens } = still;
    let opens = opens.map(|opens| opens.view(content, &title));
    let label = [&title, ". ", &sentence].concat();
    let picture = match body {
        Body::Drawing(svg) => view! { <div class="drawing" aria-hidden="true" inner_html=svg></div> }.into_any(),
        Body::Html(html) => view! { <div class="drawing" aria-hidden="true">{html}</div> }.into_any(),
    };
    view! {
        <div class="still">
            <div class="picture" role="img" aria-label=label>
                <p class="picture-title">{title}</p>
                <p class="visually-hidden">{sentence}</p>
                {picture}
            </div>
            {opens}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::fixture;

    #[test]
    fn a_still_leads_to_its_figure_in_the_state_that_it_shows() {
        let content = fixture::content();
        let html = |opens: Opens| opens.view(&content, "Two \"sets\"").to_html();
        let stage = Stage::Figure { id: "troop-dots".into(), query: "v=1&step=known".into() };
        let of_figure = html(Opens::figure(&stage).expect("a figure"));
        assert!(of_figure.contains("href=\"figures/troop-dots/?v=1&amp;step=known\""), "{of_figure}");
        let label = format!("aria-label=\"{}: Two &quot;sets&quot;\"", content.label("open_figure"));
        assert!(of_figure.contains(&label), "{of_figure}");
        let inside = html(Opens::figure(&stage).expect("a figure").inside());
        assert!(inside.contains("href=\"figures/troop-dots/\""), "{inside}");
        let row = html(Opens::row("kazakhstan-2022"));
        assert!(row.contains("href=\"ledger/#kazakhstan-2022\""), "{row}");
        assert!(Opens::figure(&Stage::Own("gates".into())).is_none());
    }
}
