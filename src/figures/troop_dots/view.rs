//! The figure as built HTML: the drawing of the finding, and every step as a text of its own.

use leptos::prelude::*;

use super::{
    ID,
    dots::{self, Scene},
    entries::{DotsContent, Entry, dots_content},
    layout, payload,
    state::Step,
};
use crate::{
    content::{
        Content,
        markdown::{self, Notes},
    },
    figures::frame::{self, FigureParts, Picture},
    text::words::{grouped, rounded},
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, String> {
    let dots = dots_content(content)?;
    let DotsContent { data, words, .. } = &dots;
    let svg = frame::drawings(ID, |width| layout::height(data, width), |p, size| dots::draw(p, size, data, Scene::at(Step::DEFAULT)))?;
    let mut faults = Vec::new();
    let mut steps = Vec::new();
    for step in Step::ALL {
        let mut words_at = |end: &str| markdown::inline(words.get(&["step_", step.id(), end].concat()), content, notes, &mut faults);
        let (title, text) = (words_at(""), words_at("_text"));
        let is_default = step == Step::DEFAULT;
        steps.push(view! {
            <li class:now=is_default>
                <label>
                    <input class="needs-script" type="radio" name="dots-step" value=step.id() checked=is_default autocomplete="off"/>
                    <strong inner_html=title></strong>
                </label>
                <p inner_html=text></p>
            </li>
        });
    }
    if !faults.is_empty() {
        return Err(format!("en/figures.json: {ID}: a step {}", faults.join(" ")));
    }
    let word = |key: &str| words.get(key).to_owned();
    let body = view! {
        {frame::plot("dots", svg, words.get("control_keys"))}
        <fieldset class="steps" data-part="steps" data-live="" disabled>
            <legend class="visually-hidden">{word("control_steps")}</legend>
            <p class="quick needs-script">
                <button type="button" data-part="previous">{word("control_previous")}</button>
                <button type="button" data-part="next">{word("control_next")}</button>
                <label><input type="checkbox" data-part="motion" checked autocomplete="off"/>{word("control_motion")}</label>
            </p>
            <ol>{steps}</ol>
        </fieldset>
        {frame::tones(content)}
    };
    let parts = FigureParts {
        id: ID,
        words,
        body: body.into_any(),
        tables: table(&dots, content),
        json: Some(payload::to_json(data)),
        picture: Picture::Living,
    };
    frame::view(parts, content, notes)
}

fn table(dots: &DotsContent, content: &Content) -> AnyView {
    let words = &dots.words;
    let row = |entry: &Entry| {
        let step = Step::ALL.iter().position(|s| *s == entry.step).map_or(0, |i| i + 1);
        let fact = entry.facts.first().and_then(|id| content.facts.get(id));
        let rate = entry.per_million.map(|rate| grouped(rounded(rate)));
        // As its fact has it, with “about” or “up to”.
        let number = rate.or_else(|| content.value_words(fact?)).unwrap_or_default();
        let share = entry.share.map_or_else(String::new, |share| words.fill("value_share", &[("value", &share.to_string())]));
        let kind = fact.map(|f| f.kind);
        let known = content.labels.as_ref().zip(kind).and_then(|(l, kind)| l.kinds.get(&kind)).cloned().unwrap_or_default();
        let name = entry.name.clone();
        view! { <tr><td>{step}</td><th scope="row">{name}</th><td>{number}</td><td>{share}</td><td>{known}</td></tr> }.into_any()
    };
    let heads = frame::heads(words, &["column_step", "column_group", "column_number", "column_share", "column_known"]);
    frame::table(words.get("table"), "dots", heads, dots.entries.iter().map(row).collect(), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::site;
    use std::path::Path;

    #[test]
    fn the_table_keeps_the_precision_of_its_sources() {
        let content = site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content is sound");
        let html = table(&dots_content(&content).expect("the content is whole"), &content).to_html();
        for cell in ["<td>about 2,500</td>", "<td>up to 2,500</td>", "<td>about 1,850</td>", "<td>2,030</td>"] {
            assert!(html.contains(cell), "{cell}: {html}");
        }
    }
}
