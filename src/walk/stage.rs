//! The stage of a scene: empty, for stills show through, with the buttons that lead from step to step at its foot. Where the
//! app draws on it, it holds what the app needs for that.

use leptos::prelude::*;

use super::{cites::Cited, drawn, ids};
use crate::{
    content::{Content, error::Diagnostic, scene::Scene},
    ui::{medium::Medium, rendered},
};

/// The stage. It stands after the steps, so that a reader without styles has text and pictures in their order.
///
/// # Errors
/// What the content lacks for the app.
pub fn view(content: &Content, scene: &Scene, cited: Cited<'_>) -> Result<impl IntoView + use<>, Diagnostic> {
    let label = |key: &'static str| content.label(key).to_owned();
    let count = content.label_with("step_count", &[("count", &scene.steps.len().to_string())]);
    let first = count.replace("{step}", "1");
    let (title, after) = (ids::title(scene), ["#", &ids::after(scene)].concat());
    let in_app = drawn::find(&scene.id).and_then(|drawn| drawn.in_app);
    let data = in_app.map(|data| data(content, scene, cited)).transpose()?;
    // The id by which the app finds the data in the page's file.
    let (id, name) = data.as_ref().map(|_| (ids::stage(scene), scene.id.clone())).unzip();
    let data = data.map(|text| rendered::data(&ids::stage(scene), text));
    Ok(view! {
        <figure id=id class="stage needs-script" data-stage=name aria-labelledby=title>
            <a class="skip" href=after>{label("skip_picture")}</a>
            <p class="step-by">
                <button type="button" data-by="-1" aria-label=label("step_back") aria-disabled="true">"‹"</button>
                <span data-count=count>{first}</span>
                <button type="button" data-by="1" aria-label=label("step_on") aria-disabled="false">"›"</button>
                <button type="button" class="share-step" data-part="share" hidden=!Medium::current().has_address() aria-expanded="false">{label("share")}</button>
            </p>
            <p class="visually-hidden" role="status"></p>
            {data}
        </figure>
    })
}
