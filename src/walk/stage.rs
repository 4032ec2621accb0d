//! The stage of a scene: empty until the app draws in it, for stills show through, with the buttons that lead from step to
//! step at its foot.

use leptos::prelude::*;

use super::ids;
use crate::content::{Content, scene::Scene};

/// The stage. It stands after the steps, so that a reader without styles has text and pictures in their order.
pub fn view(content: &Content, scene: &Scene) -> impl IntoView + use<> {
    let label = |key: &'static str| content.label(key).to_owned();
    let count = content.label_with("step_count", &[("count", &scene.steps.len().to_string())]);
    let first = count.replace("{step}", "1");
    let (title, after) = (ids::title(scene), ["#", &ids::after(scene)].concat());
    view! {
        <figure class="stage needs-script" aria-labelledby=title>
            <a class="skip" href=after>{label("skip_picture")}</a>
            <div data-part="drawing"></div>
            <p class="step-by">
                <button type="button" data-by="-1" aria-label=label("step_back") aria-disabled="true">"‹"</button>
                <span data-count=count>{first}</span>
                <button type="button" data-by="1" aria-label=label("step_on") aria-disabled="false">"›"</button>
                <button type="button" class="share-step" data-part="share" aria-expanded="false">{label("share")}</button>
            </p>
            <p class="visually-hidden" role="status"></p>
        </figure>
    }
}
