//! The still picture of a step: its title and its drawing, as one image with one sentence.

use leptos::prelude::*;

use crate::content::{
    Content,
    scene::{Scene, Step},
};

/// What the app needs to draw on the stage of a scene, as a payload; an error says what the content lacks.
pub(crate) type InApp = fn(&Content, &Scene) -> Result<String, String>;

/// A scene's stage, as the build draws it.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// The scene's id.
    pub id: &'static str,
    /// The states of its own drawing, by name; those of figures have queries.
    pub states: &'static [&'static str],
    /// The still of a step; an error says what the step or its figure lacks.
    pub still: fn(&Content, &Step) -> Result<Still, String>,
    /// What the app needs to draw on this stage, for a stage on which it does.
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
}

/// The drawing of a still.
pub enum Body {
    /// As SVG, in every width; see [`crate::figures::frame::drawings`].
    Drawing(String),
    /// As HTML that nobody presses or reads word by word: to assistive technology it is an image, too.
    Html(AnyView),
    /// As HTML with a life of its own, such as a whole figure.
    Live(AnyView),
}

/// The still as the style sheet finds it: a box as tall as the scene, and the picture that sticks in it.
///
/// To assistive technology it is one image, whose name is title and sentence. Both stand inside as text, too, because what is no
/// text is lost wherever the page is copied, or is shown by a reading mode.
pub fn view(still: Still) -> impl IntoView + use<> {
    let Still { title, sentence, body } = still;
    let label = [&title, ". ", &sentence].concat();
    let picture = match body {
        Body::Drawing(svg) => view! { <div class="drawing" aria-hidden="true" inner_html=svg></div> }.into_any(),
        Body::Html(html) => view! { <div class="drawing" aria-hidden="true">{html}</div> }.into_any(),
        Body::Live(html) => {
            return view! {
                <div class="still">
                    <div class="picture" role="group" aria-label=label>
                        <p class="picture-title">{title}</p>
                        <div class="drawing">{html}</div>
                    </div>
                </div>
            }
            .into_any();
        }
    };
    view! {
        <div class="still">
            <div class="picture" role="img" aria-label=label>
                <p class="picture-title">{title}</p>
                <p class="visually-hidden">{sentence}</p>
                {picture}
            </div>
        </div>
    }
    .into_any()
}
