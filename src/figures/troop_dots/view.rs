//! The figure as prerendered HTML: the drawing of the finding, and every step as a text of its own.

use leptos::prelude::*;

use super::{
    ID,
    dots::{self, Scene},
    entries::{DotsContent, Entry, dots_content},
    layout,
    mount::Payload,
    state::Step,
    steps::{StepControls, StepText, StepTexts, Steps},
};
use crate::{
    content::{
        Content,
        error::Diagnostic,
        markdown::{self, Notes},
    },
    figures::{
        frame::{self, FigureParts, Picture},
        payload,
    },
    text::words::{Words, grouped, rounded},
    ui::{
        data_table::{self, Cell},
        plot::Plot,
    },
};

/// The built figure; the facts that it cites become notes of the chapter.
///
/// # Errors
/// What the drawing or the missing content reports.
pub fn view(content: &Content, notes: &mut Notes) -> Result<AnyView, Diagnostic> {
    let dots = dots_content(content)?;
    let DotsContent { data, words, .. } = &dots;
    let svg = frame::drawings(ID, |width| layout::height(data, width), |p, size| dots::draw(p, size, data, Scene::at(Step::DEFAULT)))?;
    let steps = step_texts(content, words, notes)?;
    let word = |key: &str| words.get(&["control_", key].concat()).to_owned();
    let texts = StepTexts { steps, legend: word("steps"), previous: word("previous"), next: word("next"), motion: word("motion") };
    let payload = Some(payload::write(&Payload { data: data.clone(), texts: texts.clone() })?);
    let figure = frame::prerendered(content, ID);
    let body = view! {
        <Plot part="dots" svg keys=word("keys")/>
        <StepControls steps=Steps::new(figure, texts, Step::DEFAULT)/>
        {frame::tones(content, figure)}
    };
    let parts = FigureParts { id: ID, words, body: body.into_any(), tables: table(&dots, content), payload, picture: Picture::Interactive };
    frame::view(parts, content, notes)
}

/// The texts of the steps; the facts that they cite become `notes`.
///
/// # Errors
/// The references that cannot be resolved.
pub(super) fn step_texts(content: &Content, words: &Words, notes: &mut Notes) -> Result<Vec<StepText>, Diagnostic> {
    let mut faults = Vec::new();
    let mut texts = Vec::new();
    for step in Step::ALL {
        let mut words_at = |end: &str| markdown::inline(words.get(&["step_", step.id(), end].concat()), content, notes, &mut faults);
        let (title, html) = (words_at(""), words_at("_text"));
        texts.push(StepText { title, plain: markdown::plain(&html), html });
    }
    if faults.is_empty() { Ok(texts) } else { Err(Diagnostic::first("en/figures.json", &[ID, ": a step"].concat(), faults)) }
}

fn table(dots: &DotsContent, content: &Content) -> AnyView {
    let words = &dots.words;
    let row = |entry: &Entry| {
        let step = Step::ALL.iter().position(|s| *s == entry.step).map_or(0, |i| i + 1);
        let fact = entry.facts.first().and_then(|id| content.facts.get(id));
        let rate = entry.per_million.map(|rate| grouped(rounded(rate)));
        // As its fact has it, with “about” or “up to”.
        let number = rate.or_else(|| content.value_words(fact?)).unwrap_or_default();
        let number = Cell::with_fraction(number, entry.per_million.or(entry.soldiers.map(f64::from)));
        let share = entry.share.map_or_else(String::new, |share| words.fill("value_share", &[("value", &share.to_string())]));
        let share = Cell::with(share, entry.share);
        let kind = fact.map(|f| f.kind);
        let known = content.labels.as_ref().zip(kind).and_then(|(l, kind)| l.kinds.get(&kind)).cloned().unwrap_or_default();
        let name = entry.name.clone();
        let [step, number, share, known] =
            [Cell::with(step.to_string(), u32::try_from(step).ok()), number, share, known.into()].map(data_table::cell);
        view! { <tr>{step}{data_table::row_head(name)}{number}{share}{known}</tr> }.into_any()
    };
    let heads = frame::heads(words, &["column_step", "column_group", "column_number", "column_share", "column_known"]);
    frame::table(words.get("table"), "dots", heads, dots.entries.iter().map(row).collect())
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
        for id in ["kz-troops-total", "kz-2022-total-csto-0107", "kz-2022-troops-russia-essay", "kz-2022-total-tokayev-0110"] {
            let cell = format!("<td>{}</td>", content.value_words(&content.facts[id]).expect(id));
            assert!(html.contains(&cell), "{cell}: {html}");
        }
    }
}
