//! The sentence of a figure.

use leptos::prelude::*;

use super::leaf::text;

/// What the figure's state means, in a sentence.
///
/// ```ignore
/// view! { <Sentence of=move || chart.sentence(chosen.get())/> }
/// ```
#[component]
pub(crate) fn Sentence(
    /// Gives the sentence of the moment.
    of: Box<dyn Fn() -> String + Send>,
    /// Whether a guess covers it.
    #[prop(optional)]
    is_veiled: bool,
) -> impl IntoView {
    view! { <p class="fig-sentence" data-part="sentence" data-veil=is_veiled.then_some("") inner_html=text(of)></p> }
}
